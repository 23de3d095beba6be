import type { CustomerChange, ShopCustomer } from '../../domain/customer.ts';
import type { Entity } from '../../domain/entity.ts';
import type { ListedOrder, OrderToImport } from '../../domain/order.ts';
import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { ListedProduct, ProductChange } from '../../domain/product.ts';
import type { SalesDocumentChange } from '../../domain/sales-document.ts';
import type { Check } from './checks/check.ts';
import { customerChange, shopCustomer } from './checks/customer.ts';
import { listedOrder, orderToImport, salesDocumentChange } from './checks/order.ts';
import { priceRuleChange } from './checks/price-rule.ts';
import { listedProduct, productChange } from './checks/product.ts';

/** When a hook is asked, and what it gets: before the ERP's records are saved, after the shop's are read for the ERP. */
export interface Moments {
  /** `add_product`, `update_product`, `add_option`, `update_option`. */
  readonly beforeProduct: ProductChange;
  /** Each record of `add_customer`. */
  readonly beforeCustomer: CustomerChange;
  /** Each record of `add_grilles`. */
  readonly beforePriceRule: PriceRuleChange;
  /** `add_order`, and the push of a document's file. */
  readonly beforeSalesDocument: SalesDocumentChange;
  /** `orders`. */
  readonly afterOrder: OrderToImport;
  /** Each record of `customers_list`. */
  readonly afterCustomer: ShopCustomer;
  /** Each entry of `orders_list`. */
  readonly afterListedOrder: ListedOrder;
  /** Each entry of `products_list`. */
  readonly afterListedProduct: ListedProduct;
  /** Each entry of `options_list`. */
  readonly afterListedVariant: ListedProduct;
}
export type Moment = keyof Moments;

interface MomentFacts<Value> {
  readonly entity: Entity;
  /** The record's own key, as errors name it. */
  record(value: Value): string;
  readonly check: Check;
  /** What the ERP names the record by later: no hook may change it. */
  readonly fixed?: keyof Value;
}

const listed = (entity: Entity): MomentFacts<ListedProduct> => ({
  entity,
  record: ({ reference }) => reference,
  check: listedProduct,
  fixed: 'id',
});

export const MOMENTS: { readonly [Name in Moment]: MomentFacts<Moments[Name]> } = {
  beforeProduct: { entity: 'product', record: ({ reference }) => reference, check: productChange },
  beforeCustomer: { entity: 'customer', record: ({ code }) => code, check: customerChange },
  beforePriceRule: { entity: 'price_rule', record: ({ reference }) => reference, check: priceRuleChange },
  beforeSalesDocument: {
    entity: 'sales_document',
    record: ({ number }) => number,
    check: salesDocumentChange,
  },
  afterOrder: { entity: 'order', record: ({ id }) => id, check: orderToImport, fixed: 'id' },
  afterCustomer: { entity: 'customer', record: ({ id }) => id, check: shopCustomer, fixed: 'id' },
  afterListedOrder: { entity: 'order', record: ({ id }) => id, check: listedOrder, fixed: 'id' },
  afterListedProduct: listed('product'),
  afterListedVariant: listed('variant'),
};

export const MOMENT_NAMES = Object.keys(MOMENTS) as readonly Moment[];
