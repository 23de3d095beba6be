import { syncCustomers } from './customers.ts';
import { syncDocuments } from './documents.ts';
import type { SyncOptions } from './options.ts';
import { syncOrders } from './orders.ts';
import { syncPriceRules } from './price-rules.ts';
import { syncProducts } from './products-flow.ts';
import { FLOW_NAMES, type FlowName } from './report.ts';
import type { Run } from './run.ts';
import { syncShopCustomers } from './shop-customers.ts';
import { syncTracking } from './tracking.ts';

interface Flow {
  /** Whether this edition and this source have it. */
  isThere(options: Pick<SyncOptions, 'edition' | 'source'>): boolean;
  run(run: Run): Promise<void>;
}

const FLOWS: Readonly<Record<FlowName, Flow>> = {
  products: { isThere: () => true, run: syncProducts },
  customers: { isThere: ({ edition }) => edition.customers, run: syncCustomers },
  'price-rules': { isThere: ({ edition }) => edition.priceRules, run: syncPriceRules },
  'shop-customers': { isThere: ({ source }) => source.importCustomers !== undefined, run: syncShopCustomers },
  orders: { isThere: () => true, run: syncOrders },
  tracking: { isThere: ({ edition }) => edition.tracking, run: syncTracking },
  documents: { isThere: ({ edition }) => edition.salesDocuments, run: syncDocuments },
};

/**
 * The flows of a run, in their order: what others name comes first. Of the wanted ones, those that there are.
 */
export const plannedFlows = (options: SyncOptions): readonly FlowName[] =>
  FLOW_NAMES.filter((name) => (options.flows ?? FLOW_NAMES).includes(name) && FLOWS[name].isThere(options));

export const runFlow = (name: FlowName, run: Run): Promise<void> => FLOWS[name].run(run);
