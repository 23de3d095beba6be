import type { CustomerChange } from '../../domain/customer.ts';
import type { BulkResult } from '../../shop/shop.ts';
import type { CustomersPart, StoreContext } from '../context.ts';
import { mergePlanned } from '../planned-merge.ts';
import { planCustomers } from './plan.ts';
import { writePlannedRows } from './planned-rows.ts';
import { listCustomers, readCustomers } from './read.ts';
import { saveShopCustomer } from './shop-side.ts';
import { stageCustomers } from './stage.ts';
import type { Tally } from './tally.ts';

/** Customers of the shop and of the ERP (seed §13, §14; docs/protocol.md, Customers). */
export function createCustomers(context: StoreContext): CustomersPart {
  const { database } = context;
  return {
    shop: {
      listCustomers: (since) => listCustomers(database, since),
      saveCustomers: (changes) => saveCustomers(context, changes),
    },
    backoffice: {
      customers: () => readCustomers(database),
      saveShopCustomer: (customer) => saveShopCustomer(context, customer),
    },
  };
}

async function saveCustomers(
  { database }: StoreContext,
  changes: AsyncIterable<readonly CustomerChange[]>,
): Promise<BulkResult> {
  return database.stage(async (staging) => {
    await stageCustomers(staging, changes);
    const tally = await mergePlanned<Tally, Tally>(staging, {
      part: 'customers',
      plan: (sql) => planCustomers(sql, staging),
      async apply(sql, planned) {
        await writePlannedRows(sql);
        return planned;
      },
    });
    return tally.result();
  });
}
