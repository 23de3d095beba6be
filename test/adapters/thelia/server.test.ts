import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkWebservice } from '../../../src/conformance/check-webservice.ts';
import { EDITIONS, ERP_PROFILES } from '../../../src/connector/profiles/list.ts';
import { createRemoteShop } from '../../../src/connector/remote/remote-shop.ts';
import { createSimulatedErp, type SimulatedErp } from '../../../src/connector/simulator/simulated-erp.ts';
import { records } from '../../../src/connector/simulator/testing/erp-records.ts';
import { sync } from '../../../src/connector/sync/sync.ts';
import { order } from '../../../src/testing/contract/samples.ts';
import { recordsOfShop, rulesFromErp, unequal } from '../../connector/stored-records.ts';
import { mariadb } from '../../support/databases.ts';
import { KEY } from '../../support/endpoint.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { theliaSeed } from './seeds.ts';
import { NOW, theliaBench } from './thelia-bench.ts';
import { createTheliaSite, theliaOptions } from './thelia-site.ts';

const server = await mariadb('the server on Thelia');
const site = server && (await createTheliaSite(server));
afterAll(() => site?.drop());
const PATIENCE = 300_000;

describe.skipIf(!site)('the real server on Thelia’s tables', () => {
  if (!site) return;
  const { open } = theliaBench(site);
  const seed = () => theliaSeed(site, () => new Date(NOW * 1000));

  async function serve(profile = 'v3'): Promise<{ readonly process: ServerProcess; readonly data: string }> {
    const data = temporaryFolder();
    const { settings: cms } = theliaOptions(site as NonNullable<typeof site>, data);
    const shop = { store: site?.url, timeZone: 'UTC', profile, importableStates: ['2', '4'], cms };
    writeFileSync(join(data, 'passerelle.config.json'), JSON.stringify({ shops: [shop] }));
    const process = await startServer(data);
    onTestFinished(process.stop);
    return { process, data };
  }

  it.each(['v3', 'kit-2015', 'samples'] as const)(
    'the judge finds nothing wrong but that references in any case are one, in profile %s',
    async (profile) => {
      const shop = await open();
      const { order: place } = seed();
      for (const [id, state] of [
        ['11', '2'],
        ['12', '4'],
        ['13', '2'],
        ['14', '2'],
      ] as const)
        await place(order(id, { state }));
      for (const reference of ['P1', 'P2', 'P3']) {
        const variants = ['S', 'L'].map((size) => ({
          reference: `${reference}-${size}`,
          axes: [{ name: 'T', value: size }],
          fields: {},
        }));
        await shop.shop.saveProduct({ reference, fields: {}, variants }, 'add_product');
      }
      const { process } = await serve(profile);
      const { findings } = await checkWebservice({
        ...{ url: process.url, key: KEY, profile, language: 'en', write: true, order: '14' },
      });
      const red = findings.filter(({ verdict }) => verdict !== 'passed');
      // The database compares references in any case and accent: the judge is right, and nothing can be done about it.
      expect(red.map(({ requirement }) => requirement.id)).toEqual(['add-product.references-exact']);
    },
    PATIENCE,
  );

  it(
    'a simulated ERP is synced to it, field by field, and each order is in the ERP once',
    async () => {
      const { process, data } = await serve();
      const erp = createSimulatedErp({
        ...{ seed: 42, articles: 160, withGammes: 40, customers: 40, priceRules: 400 },
        ...{ profile: ERP_PROFILES.generic, folder: join(data, 'erp') },
      });
      onTestFinished(() => erp.source.close());
      const { order: place } = seed();
      for (let number = 0; number < 10; number += 1) {
        const one = erp.orderFor(number);
        const customer = {
          ...one.customer,
          id: String(5000 + Number(one.customer.id.replaceAll(/\D/g, ''))),
        };
        await place({ ...one, id: String(100 + number), state: '2', customer });
      }
      const report = await run(process, erp, data);
      expect(report.flows.flatMap(({ failures }) => failures).slice(0, 5)).toEqual([]);
      expect(report.outcome).toBe('complete');
      const shop = await recordsOfShop((await open()).reader);
      const articles = await records(erp.source.articles());
      expect(articles.filter(({ reference }) => !shop.products.has(reference))).toEqual([]);
      expect(unequal(rulesFromErp(await records(erp.source.priceRules())), shop.rules).slice(0, 5)).toEqual(
        [],
      );
      expect(erp.pieces().length).toBe(10);
      const again = await run(process, erp, data);
      expect(again.flows.map(({ flow, sent }) => [flow, sent]).filter(([, sent]) => sent !== 0)).toEqual([]);
    },
    PATIENCE,
  );

  async function run(process: ServerProcess, erp: SimulatedErp, data: string) {
    const shop = createRemoteShop({ url: process.url, key: KEY, compression: '1' });
    const report = await sync({
      ...{ source: erp.source, shop, profile: ERP_PROFILES.generic, edition: EDITIONS.b2b },
      ...{ stateFolder: join(data, 'state'), finalState: '4', now: () => erp.now() },
    });
    await shop.close();
    return report;
  }
});
