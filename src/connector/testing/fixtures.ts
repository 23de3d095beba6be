import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZERO } from '../../domain/decimal.ts';
import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { ProductChange } from '../../domain/product.ts';
import { decorate } from '../../shop/decorate.ts';
import type { Shop } from '../../shop/shop.ts';
import { decimal, priceRule } from '../../testing/contract/samples.ts';
import { createMemoryShop, type MemoryShop } from '../../testing/memory-shop.ts';
import type { Edition, ErpProfile } from '../profiles/profile.ts';
import type { SyncOptions, SyncStep } from '../sync/options.ts';
import type { FlowName, FlowReport, SyncReport } from '../sync/report.ts';
import { sync } from '../sync/sync.ts';
import { createMemorySource, type MemoryErp, type MemorySource } from './memory-source.ts';

/** An ERP that has everything and restricts nothing. */
export const PROFILE: ErpProfile = {
  name: 'generic',
  title: 'ERP',
  gammes: true,
  categoryPrices: true,
  priceRuleSources: [],
  customFieldPrefix: '',
  documentPrefixes: {
    quote: 'DE',
    order: 'BC',
    delivery_note: 'BL',
    invoice: 'FA',
    credit_note: 'AV',
  },
  clientPerContact: false,
  orderGammes: true,
};

export const EDITION: Edition = {
  name: 'b2b',
  gammes: true,
  tracking: true,
  salesDocuments: true,
  categoryPrices: true,
  orderCurrencyAndType: true,
  customers: true,
  priceRules: true,
  documentPush: true,
};

export const article = (reference: string, fields: ProductChange['fields'] = {}): ProductChange => ({
  reference,
  fields: { name: `Article ${reference}`, netPrice: decimal('10'), ...fields },
});

/** A rule for every customer, whose price is 9. */
export const rule = (reference: string, changes: Partial<PriceRuleChange> = {}): PriceRuleChange =>
  priceRule({
    source: 'famcli_prod',
    rule: 'TF1',
    reference,
    customer: '',
    fromQuantity: ZERO,
    validFrom: '',
    kind: 'price',
    value: decimal('9'),
    ...changes,
  });

/** Vitest's onTestFinished, which only a test file may import. */
export type CleanUp = (work: () => void) => void;

export function temporaryFolder(cleanUp: CleanUp): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-sync-'));
  cleanUp(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Bench extends MemorySource, MemoryShop {
  readonly stateFolder: string;
  /** Resources called on the shop, each with its record: `add_product A`. */
  readonly calls: string[];
  /** Steps of the last run, as `add_product A`. */
  steps(): readonly string[];
  run(options?: Partial<SyncOptions>): Promise<SyncReport>;
}

/** An ERP, a shop and a state, all of the test's own. `around` puts something between the run and the shop. */
export function createBench(
  cleanUp: CleanUp,
  data: Partial<MemoryErp> = {},
  around: (shop: Shop) => Partial<Shop> = () => ({}),
): Bench {
  const memory = createMemoryShop();
  const erp = createMemorySource(data);
  const stateFolder = join(temporaryFolder(cleanUp), 'state');
  const calls: string[] = [];
  const shop = recorded(decorate(memory.shop, around(memory.shop)), calls);
  let steps: SyncStep[] = [];
  return {
    ...memory,
    ...erp,
    stateFolder,
    calls,
    steps: () => steps.map(({ operation, record }) => `${operation} ${record}`),
    run(options = {}) {
      steps = [];
      calls.length = 0;
      const events = { step: (step: SyncStep) => void steps.push(step) };
      const all = { source: erp.source, shop, profile: PROFILE, edition: EDITION, stateFolder, events };
      return sync({ ...all, ...options });
    },
  };
}

function recorded(shop: Shop, calls: string[]): Shop {
  return decorate(shop, {
    saveProduct(change, operation, ...rest) {
      calls.push(`${operation} ${change.reference}`);
      return shop.saveProduct(change, operation, ...rest);
    },
    readOrder(id, ...rest) {
      calls.push(`orders ${id}`);
      return shop.readOrder(id, ...rest);
    },
    confirmOrder(id, ...rest) {
      calls.push(`set_order_exported ${id}`);
      return shop.confirmOrder(id, ...rest);
    },
    saveTracking(id, ...rest) {
      calls.push(`add_tracking ${id}`);
      return shop.saveTracking(id, ...rest);
    },
    saveCustomers(...message) {
      calls.push('add_customer');
      return shop.saveCustomers(...message);
    },
    savePriceRules(...message) {
      calls.push('add_grilles');
      return shop.savePriceRules(...message);
    },
    saveSalesDocument(change, ...rest) {
      calls.push(`add_order ${change.number}`);
      return shop.saveSalesDocument(change, ...rest);
    },
  });
}

/** One flow of a report. */
export function flowOf(report: SyncReport, name: FlowName): FlowReport {
  const found = report.flows.find(({ flow }) => flow === name);
  if (!found) throw new Error(`no flow ${name} in ${report.flows.map(({ flow }) => flow)}`);
  return found;
}
