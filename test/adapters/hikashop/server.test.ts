import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkWebservice } from '../../../src/conformance/check-webservice.ts';
import { EDITIONS, ERP_PROFILES } from '../../../src/connector/profiles/list.ts';
import { createRemoteShop } from '../../../src/connector/remote/remote-shop.ts';
import { createSimulatedErp, type SimulatedErp } from '../../../src/connector/simulator/simulated-erp.ts';
import { records } from '../../../src/connector/simulator/testing/erp-records.ts';
import { sync } from '../../../src/connector/sync/sync.ts';
import { decimal, order } from '../../../src/testing/contract/samples.ts';
import { recordsOfShop, rulesFromErp, unequal } from '../../connector/stored-records.ts';
import { cuttingProxy } from '../../support/database-proxy.ts';
import { mariadb } from '../../support/databases.ts';
import { KEY } from '../../support/endpoint.ts';
import { runCommand } from '../../support/run-command.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { hikashopBench, NOW } from './hikashop-bench.ts';
import { createHikashopSite, hikashopOptions } from './hikashop-site.ts';
import { hikashopSeed } from './seeds.ts';

const server = await mariadb('the server on HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());
const PATIENCE = 300_000;

describe.skipIf(!site)('the real server on HikaShop’s tables', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const seed = hikashopSeed(site, () => new Date(NOW * 1000));

  const { url } = site;
  const settingsIn = (folder: string) => hikashopOptions(site, folder).settings;

  async function serve(profile = 'v3'): Promise<{ readonly process: ServerProcess; readonly data: string }> {
    const data = temporaryFolder();
    const cms = settingsIn(data);
    const shop = { store: url, timeZone: 'UTC', profile, importableStates: ['confirmed', 'shipped'], cms };
    writeFileSync(join(data, 'passerelle.config.json'), JSON.stringify({ shops: [shop] }));
    const process = await startServer(data);
    onTestFinished(process.stop);
    return { process, data };
  }

  it.each(['v3', 'kit-2015', 'samples'] as const)(
    'the judge finds nothing wrong but that references in any case are one, in profile %s',
    async (profile) => {
      const shop = await open();
      for (const state of ['confirmed', 'shipped', 'confirmed'])
        await seed.order(order(`${profile}-${state}-${Math.random()}`, { state }));
      await seed.order(order(`judged-${profile}`, { state: 'confirmed' }));
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
        order: `judged-${profile}`,
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
        state: 'confirmed',
      }));
      for (const one of placed)
        await seed.order({
          ...one,
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
      ...{ stateFolder: join(data, 'state'), finalState: 'shipped', now: () => erp.now() },
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

  it('a database that goes away is no loss: nothing is half written, and what is sent again arrives', async () => {
    const proxies = [
      await cuttingProxy(site.databaseUrl, 'insert into `x7k2_hikashop_price`', 'before'),
      await cuttingProxy(site.databaseUrl, '\u0003COMMIT', 'after'),
    ];
    for (const [index, proxy] of proxies.entries()) {
      const shop = await open({ url: `hikashop:${proxy.url}?prefix=x7k2_` });
      const change = {
        reference: `A${index}`,
        fields: { netPrice: decimal('5'), ean13: '376' },
        categoryPath: ['Jouets', 'Bois'],
      };
      await expect(shop.shop.saveProduct(change, 'add_product')).rejects.toMatchObject({
        code: 'store_unavailable',
      });
      proxy.close();
      const again = await open();
      const before = await again.reader.product(`A${index}`);
      expect(before?.fields.netPrice ?? '5').toBe('5');
      await again.shop.saveProduct(change, 'add_product');
      expect((await again.reader.product(`A${index}`))?.fields).toMatchObject({
        netPrice: '5',
        ean13: '376',
      });
      expect((await again.reader.product(`A${index}`))?.categoryPath).toEqual(['Jouets', 'Bois']);
    }
    const categories = await site.query(
      'SELECT category_id FROM #__hikashop_category WHERE category_name IN (?)',
      [['Jouets', 'Bois']],
    );
    expect(categories.length).toBe(2);
  });

  it('its commands work beside it: journal, export, offering an order again', async () => {
    await seed.order(order('again-1', { state: 'confirmed' }));
    const { process, data } = await serve();
    const remote = createRemoteShop({ url: process.url, key: KEY });
    await remote.saveProduct({ reference: 'A', fields: { name: 'Lampe' } }, 'add_product');
    await remote.confirmOrder('again-1');
    const run = (...words: readonly string[]) =>
      runCommand(words, { folder: data, environment: { PASSERELLE_DATA: data, PASSERELLE_LANG: 'en' } });
    expect((await run('export', 'products')).output).toContain('"reference":"A"');
    expect((await run('journal', '--resource', 'add_product')).output).toContain('add_product');
    expect(await run('migrate')).toMatchObject({ exitCode: 0, errors: 'The schema is up to date.\n' });
    const moved = await run('migrate', '--to', 'sqlite:elsewhere.db');
    expect(moved.exitCode).toBe(1);
    expect(moved.errors).toContain('belongs to other software');
    expect(await run('orders', 'offer', 'again-1')).toMatchObject({
      exitCode: 0,
      errors: 'Order again-1 is offered again.\n',
    });
    expect((await Array.fromAsync(remote.listOrders({}))).flat().map(({ id }) => id)).toContain('again-1');
    await remote.close();
  });
});
