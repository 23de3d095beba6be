import type { CustomerChange } from '../../domain/customer.ts';
import type { Origin } from '../../domain/origin.ts';
import type { BulkResult } from '../../shop/shop.ts';
import type { BulkTally } from '../../shop/tally.ts';
import { BY_ERP, bulkWritingBy, type CustomersPart, type StoreContext } from '../context.ts';
import { mergePlanned } from '../planned-merge.ts';
import { findShopCustomer } from './known.ts';
import { planCustomers } from './plan.ts';
import { appendPlannedEvents } from './planned-events.ts';
import { writePlannedRows } from './planned-rows.ts';
import { listCustomers, readCustomers } from './read.ts';
import { saveShopCustomer } from './shop-side.ts';
import { stageCustomers } from './stage.ts';

/** Customers of the shop and of the ERP (seed §13, §14; docs/protocol.md, Customers). */
export function createCustomers(context: StoreContext): CustomersPart {
  const { database } = context;
  return {
    shop: {
      listCustomers: (since) => listCustomers(database, since),
      saveCustomers: (changes, origin) => saveCustomers(context, changes, origin),
    },
    backoffice: {
      customers: () => readCustomers(database),
      saveShopCustomer: (customer, origin) => saveShopCustomer(context, customer, origin),
      shopCustomer: (id) => database.snapshot((sql) => findShopCustomer(sql, id)),
    },
  };
}

async function saveCustomers(
  context: StoreContext,
  changes: AsyncIterable<readonly CustomerChange[]>,
  origin: Origin = BY_ERP,
): Promise<BulkResult> {
  return context.database.stage(async (staging) => {
    await stageCustomers(staging, changes);
    const tally = await mergePlanned<BulkTally, BulkTally>(staging, {
      part: 'customers',
      plan: (sql) => planCustomers(sql, staging),
      async apply(sql, planned) {
        await writePlannedRows(sql);
        await appendPlannedEvents(context.database, sql, bulkWritingBy(context, origin));
        return planned;
      },
    });
    return tally.result();
  });
}
