import { decorate } from '../../shop/decorate.ts';
import type { Shop } from '../../shop/shop.ts';
import { transformedCustomers, transformedRules } from './bulk.ts';
import { transformedList } from './lists.ts';
import { transformedOrders } from './orders.ts';
import { saveOne } from './save-one.ts';
import {
  createTransforming,
  isExchanged,
  type Transforming,
  type TransformsOptions,
} from './transforming.ts';

/**
 * A shop whose exchanges with the ERP go through hooks: what the ERP sends before it is saved, what it reads after it was
 * read. What is imported or comes from the shop's own side is no exchange and stays as it is. Operations without a hook
 * are the inner shop's own.
 */
export function withTransforms(inner: Shop, options: TransformsOptions): Shop {
  const transforming = createTransforming(options);
  const changes = {
    ...transformedWrites(inner, transforming),
    ...transformedBulk(inner, transforming),
    ...transformedLists(inner, transforming),
    ...transformedOrders(inner, transforming),
  };
  return Object.keys(changes).length === 0 ? inner : decorate(inner, changes);
}

function transformedWrites(inner: Shop, transforming: Transforming): Partial<Shop> {
  const { has, passing } = transforming;
  return {
    ...(has('beforeProduct') && {
      async saveProduct(change, operation, origin) {
        if (!isExchanged(origin)) return inner.saveProduct(change, operation, origin);
        const occasion = { operation: 'saveProduct', origin, message: operation } as const;
        return saveOne(change, passing('beforeProduct', occasion), (changed) =>
          inner.saveProduct(changed, operation, origin),
        );
      },
    }),
    ...(has('beforeSalesDocument') && {
      async saveSalesDocument(change, origin) {
        if (!isExchanged(origin)) return inner.saveSalesDocument(change, origin);
        const occasion = { operation: 'saveSalesDocument', origin } as const;
        return saveOne(change, passing('beforeSalesDocument', occasion), (changed) =>
          inner.saveSalesDocument(changed, origin),
        );
      },
    }),
  };
}

function transformedBulk(inner: Shop, { has, stream }: Transforming): Partial<Shop> {
  return {
    ...(has('beforeCustomer') && {
      async saveCustomers(batches, origin) {
        if (!isExchanged(origin)) return inner.saveCustomers(batches, origin);
        const customers = stream('beforeCustomer', { operation: 'saveCustomers', origin });
        return customers.addTo(await inner.saveCustomers(transformedCustomers(batches, customers), origin));
      },
    }),
    ...(has('beforePriceRule') && {
      async savePriceRules(batches, mode, origin) {
        if (!isExchanged(origin)) return inner.savePriceRules(batches, mode, origin);
        const rules = stream('beforePriceRule', { operation: 'savePriceRules', origin });
        return rules.addTo(await inner.savePriceRules(transformedRules(batches, rules), mode, origin));
      },
    }),
  };
}

function transformedLists(inner: Shop, { has, stream }: Transforming): Partial<Shop> {
  return {
    ...(has('afterListedProduct') && {
      listProducts: (slice, origin) =>
        transformedList(
          inner.listProducts(slice),
          stream('afterListedProduct', { operation: 'listProducts', origin }),
        ),
    }),
    ...(has('afterListedVariant') && {
      listOptions: (slice, origin) =>
        transformedList(
          inner.listOptions(slice),
          stream('afterListedVariant', { operation: 'listOptions', origin }),
        ),
    }),
    ...(has('afterCustomer') && {
      listCustomers: (since, origin) =>
        transformedList(
          inner.listCustomers(since),
          stream('afterCustomer', { operation: 'listCustomers', origin }),
        ),
    }),
  };
}
