import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, ERP_PROFILES } from '../../src/connector/profiles/list.ts';
import { createRemoteShop } from '../../src/connector/remote/remote-shop.ts';
import type { SimulatedChange } from '../../src/connector/simulator/changes.ts';
import { createSimulatedErp, type SimulatedErp } from '../../src/connector/simulator/simulated-erp.ts';
import { records } from '../../src/connector/simulator/testing/erp-records.ts';
import type { SyncStep } from '../../src/connector/sync/options.ts';
import { sync } from '../../src/connector/sync/sync.ts';
import type { ShopReader } from '../../src/shop/reader.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { KEY } from '../support/endpoint.ts';
import { type ServerProcess, startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { customersFromErp, productsFromErp, recordsOfShop, rulesFromErp, unequal } from './stored-records.ts';

/** Each order becomes two documents. Of these, and of all but the orders, more than are read or stored at a time. */
const ORDERS = 120;
const SIZES = { articles: 2_500, withGammes: 250, customers: 1_200, priceRules: 12_000 };
const PATIENCE = 600_000;

const data = temporaryFolder(afterAll);
let server: ServerProcess;
let store: Store;
let erp: SimulatedErp;

beforeAll(async () => {
  server = await startServer(data);
  store = await openStore(storeIn(data));
  erp = createSimulatedErp({ seed: 42, ...SIZES, profile: ERP_PROFILES.generic, folder: join(data, 'erp') });
}, PATIENCE);

afterAll(async () => {
  await erp.source.close();
  await store.close();
  await server.stop();
});

/** One run of the connector against the real server; its report, and the steps that it made. */
async function run() {
  const steps: SyncStep[] = [];
  const shop = createRemoteShop({ url: server.url, key: KEY, compression: '1' });
  const report = await sync({
    source: erp.source,
    shop,
    profile: ERP_PROFILES.generic,
    edition: EDITIONS.b2b,
    stateFolder: join(data, 'state'),
    finalState: 'importee',
    now: () => erp.now(),
    events: { step: (step) => steps.push(step) },
  });
  await shop.close();
  return { report, steps };
}

/** What a step sent, as the simulator names its changes. */
const stepNames = (steps: readonly SyncStep[]): readonly string[] =>
  steps.map(({ flow, record }) => `${flow} ${record}`).sort();

const FLOWS = {
  article: 'products',
  customer: 'customers',
  price_rule: 'price-rules',
  shipment: 'tracking',
  document: 'documents',
} as const;

const changeNames = (changes: readonly SimulatedChange[]): readonly string[] =>
  changes.map(({ kind, key }) => `${FLOWS[kind]} ${kind === 'price_rule' ? ruleName(key) : key}`).sort();

/** A step names a rule without its source and quantity. */
const ruleName = (key: string): string => key.slice(key.indexOf('/') + 1, key.lastIndexOf('/'));

async function differencesFromErp(reader: ShopReader) {
  const shop = await recordsOfShop(reader);
  const products = productsFromErp(await records(erp.source.articles()));
  const customers = customersFromErp(await records(erp.source.customers()));
  const rules = rulesFromErp(await records(erp.source.priceRules()));
  return {
    counts: [products.size, customers.size, rules.size],
    unequal: [
      ...unequal(products, shop.products),
      ...unequal(customers, shop.customers),
      ...unequal(rules, shop.rules),
    ].slice(0, 5),
  };
}

describe('a simulated ERP, synced over HTTP to an empty server', () => {
  it(
    'is in the shop field by field, and each order is in the ERP once',
    async () => {
      const orders = Array.from({ length: ORDERS }, (_, number) => erp.orderFor(number));
      for (const order of orders) await store.backoffice.placeOrder(order);

      const { report } = await run();
      expect(report.outcome).toBe('complete');
      const sent = Object.fromEntries(report.flows.map(({ flow, sent: count }) => [flow, count]));
      expect(sent).toMatchObject({
        products: SIZES.articles,
        customers: SIZES.customers,
        'price-rules': SIZES.priceRules,
        orders: ORDERS,
      });
      const { counts, unequal: found } = await differencesFromErp(store.backoffice);
      expect(found).toEqual([]);
      expect(counts.slice(1)).toEqual([SIZES.customers, SIZES.priceRules]);
      expect(counts[0]).toBeGreaterThan(SIZES.articles + 2 * SIZES.withGammes);
      expect(erp.pieces().map(({ order }) => order)).toEqual(orders);
    },
    PATIENCE,
  );

  it(
    'the second run sends nothing',
    async () => {
      const { report, steps } = await run();
      expect(steps).toEqual([]);
      expect(report.outcome).toBe('complete');
      const counts = report.flows.map(({ flow, read, unchanged }) => [flow, read - unchanged]);
      expect(counts.filter(([, other]) => other !== 0)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'after 50 changes the third sends exactly those',
    async () => {
      const changes = erp.change(50);
      const { steps } = await run();
      expect(stepNames(steps)).toHaveLength(50);
      expect(stepNames(steps)).toEqual(changeNames(changes));
      expect((await differencesFromErp(store.backoffice)).unequal).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'days later it sends what went on, deliveries and invoices included',
    async () => {
      const changes = erp.advance(5);
      const { report, steps } = await run();
      expect(report.outcome).toBe('complete');
      expect(stepNames(steps)).toEqual(changeNames(changes));
      expect((await differencesFromErp(store.backoffice)).unequal).toEqual([]);
      const documents = (await Array.fromAsync(store.backoffice.salesDocuments())).flat();
      expect(documents).toHaveLength(2 * ORDERS);
      expect((await run()).steps).toEqual([]);
    },
    PATIENCE,
  );
});
