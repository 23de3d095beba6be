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
import { runCommand } from '../../support/run-command.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { virtuemartSeed } from './seeds.ts';
import { NOW, virtuemartBench } from './virtuemart-bench.ts';
import { createVirtuemartSite, virtuemartOptions } from './virtuemart-site.ts';

const server = await mariadb('the server on VirtueMart');
const site = server && (await createVirtuemartSite(server));
afterAll(() => site?.drop());
const PATIENCE = 300_000;

describe.skipIf(!site)('the real server on VirtueMart’s tables', () => {
  if (!site) return;
  const { open } = virtuemartBench(site);
  const seed = virtuemartSeed(site, () => new Date(NOW * 1000));

  const { url } = site;
  const settingsIn = (folder: string) => virtuemartOptions(site, folder).settings;

  async function serve(profile = 'v3'): Promise<{ readonly process: ServerProcess; readonly data: string }> {
    const data = temporaryFolder();
    const cms = settingsIn(data);
    const shop = { store: url, timeZone: 'UTC', profile, importableStates: ['C', 'S'], cms };
    writeFileSync(join(data, 'passerelle.config.json'), JSON.stringify({ shops: [shop] }));
    const process = await startServer(data);
    onTestFinished(process.stop);
    return { process, data };
  }

  const numbers = { v3: 1, 'kit-2015': 2, samples: 3 } as const;

  it.each(['v3', 'kit-2015', 'samples'] as const)(
    'the judge finds nothing wrong but that references in any case are one, in profile %s',
    async (profile) => {
      const shop = await open();
      for (const [id, state] of Object.entries({ 1: 'C', 2: 'S', 3: 'C', 4: 'C' }))
        await seed.order(order(`${numbers[profile]}${id}`, { state }));
      for (const reference of ['P1', 'P2', 'P3']) {
        const variants = ['S', 'L'].map((size) => ({
          reference: `${reference}-${size}`,
          axes: [{ name: 'T', value: size }],
          fields: {},
        }));
        await shop.shop.saveProduct({ reference, fields: {}, variants }, 'add_product');
      }
      const { process } = await serve(profile);
      const report = await checkWebservice({
        url: process.url,
        key: KEY,
        profile,
        language: 'en',
        write: true,
        order: `${numbers[profile]}4`,
      });
      const red = report.findings.flatMap(({ verdict, requirement, evidence }) =>
        verdict === 'passed'
          ? []
          : [
              {
                id: requirement.id,
                verdict,
                of: evidence
                  .filter(({ ok }) => !ok)
                  .map(({ expected, received }) => [expected, received.slice(0, 300)]),
              },
            ],
      );
      // The database compares references in any case and accent: the judge is right, and nothing can be done about it.
      expect(red.map(({ id }) => id)).toEqual([
        'add-product.references-exact',
        'add-product.gammes-real-skus',
      ]);
      expect(JSON.stringify(red[0])).toContain('the shop’s database takes this reference for');
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
      const placed = Array.from({ length: 20 }, (_, number) => ({
        ...erp.orderFor(number),
        state: 'C',
      }));
      for (const one of placed)
        await seed.order({
          ...one,
          id: String(600 + placed.indexOf(one)),
          customer: { ...one.customer, id: String(5000 + Number(one.customer.id.replaceAll(/\D/g, ''))) },
        });

      const report = await run(process, erp, data);
      expect(report.flows.flatMap(({ failures }) => failures).slice(0, 5)).toEqual([]);
      expect(report.outcome).toBe('complete');
      const shop = await open();
      expect(await differences(erp, shop)).toEqual([]);
      expect(erp.pieces().length).toBe(20);
      const again = await run(process, erp, data);
      expect(again.flows.map(({ flow, sent }) => [flow, sent]).filter(([, sent]) => sent !== 0)).toEqual([]);
    },
    PATIENCE,
  );

  async function run(process: ServerProcess, erp: SimulatedErp, data: string) {
    const shop = createRemoteShop({ url: process.url, key: KEY, compression: '1' });
    const report = await sync({
      ...{ source: erp.source, shop, profile: ERP_PROFILES.generic, edition: EDITIONS.b2b },
      ...{ stateFolder: join(data, 'state'), finalState: 'S', now: () => erp.now() },
    });
    await shop.close();
    return report;
  }

  async function differences(erp: SimulatedErp, { reader }: Awaited<ReturnType<typeof open>>) {
    const shop = await recordsOfShop(reader);
    const articles = await records(erp.source.articles());
    const missing = articles.filter(({ reference }) => !shop.products.has(reference));
    return [
      ...missing.map(({ reference }) => reference),
      ...unequal(rulesFromErp(await records(erp.source.priceRules())), shop.rules),
    ].slice(0, 5);
  }

  it('its commands work beside it: journal, export, offering an order again', async () => {
    await seed.order(order('801', { state: 'C' }));
    const { process, data } = await serve();
    const remote = createRemoteShop({ url: process.url, key: KEY });
    await remote.saveProduct({ reference: 'A', fields: { name: 'Lampe' } }, 'add_product');
    await remote.confirmOrder('801');
    const run = (...words: readonly string[]) =>
      runCommand(words, { folder: data, environment: { PASSERELLE_DATA: data, PASSERELLE_LANG: 'en' } });
    expect((await run('export', 'products')).output).toContain('"reference":"A"');
    expect((await run('journal', '--resource', 'add_product')).output).toContain('add_product');
    expect(await run('orders', 'offer', '801')).toMatchObject({
      exitCode: 0,
      errors: 'Order 801 is offered again.\n',
    });
    expect((await Array.fromAsync(remote.listOrders({}))).flat().map(({ id }) => id)).toContain('801');
    await remote.close();
  });
});
