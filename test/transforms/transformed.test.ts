import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { sheetsOptions, shopSpec } from '../../src/cli/serve/settings.ts';
import type { RecordedExchange } from '../../src/shop/journal.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { runCommand } from '../support/run-command.ts';
import { folderOf, serveShops } from './serve-sheets.ts';
import { sheet } from './sheet-kinds.ts';

const INDEX = JSON.stringify(new URL('../../src/index.ts', import.meta.url).href);

const moduleOf = (hooks: string): string =>
  join(
    folderOf({
      'hooks.mjs': `import { defineTransforms, drop, refuse } from ${INDEX};\nexport default defineTransforms({${hooks}});\n`,
    }),
    'hooks.mjs',
  );

type Served = Awaited<ReturnType<typeof serveShops>>;

/** What the journal keeps of the exchanges with that resource, oldest first. */
async function exchangesOf(served: Served, resource: string, count: number): Promise<RecordedExchange[]> {
  const journal = await served.store('shop');
  return vi.waitFor(async () => {
    const all = (await Array.fromAsync(journal.exchanges({ resource }))).flat().reverse();
    expect(all).toHaveLength(count);
    const found: RecordedExchange[] = [];
    for (const { id } of all) {
      const exchange = await journal.exchange(id);
      if (exchange) found.push(exchange);
    }
    return found;
  }, 20_000);
}

const product = (reference: string, fields: string): string =>
  `<connecteur><key>key-shop</key><reference>${reference}</reference>${fields}</connecteur>`;

const LOW_STOCK = sheet(
  '<xsl:template match="stock[. &lt; 5]/text()"><xsl:message>low: <xsl:value-of select="//key"/></xsl:message>0</xsl:template>',
);

test('an exchange shows what sheets, maps and hooks did, in their order; one that nothing changed shows nothing', async () => {
  const served = await serveShops([
    {
      name: 'shop',
      sheets: { 'SDK_1_products_edit_before.xsl': LOW_STOCK, 'update_product.request.xsl': sheet('') },
      fieldMaps: { products: [{ from: 'xx_brand', to: 'shortDescription' }] },
      transforms: [
        moduleOf(`beforeProduct: [
          function keep(change) { return { ...change, fields: { ...change.fields } }; },
          function title({ fields, ...change }) { return fields.name ? { ...change, fields: { ...fields, name: fields.name.toUpperCase(), ean13: null } } : undefined; },
          ({ fields }) => fields.name === 'NO' ? drop('not here') : fields.name === 'BAD' ? refuse('a bad name', 'name') : undefined,
        ]`),
      ],
    },
  ]);
  await served.ask('shop', 'add_product', product('A', '<nom>N</nom><stock>9</stock>'));
  await served.ask('shop', 'update_product', product('A', '<stock>7</stock>'));
  await served.ask(
    'shop',
    'update_product',
    product('A', '<nom>pot</nom><stock>3</stock><xx_brand>Acme</xx_brand>'),
  );
  await served.ask('shop', 'update_product', product('A', '<nom>no</nom>'));
  await served.ask('shop', 'update_product', product('A', '<nom>bad</nom>'));
  const [plain, whole, dropped, refused] = await exchangesOf(served, 'update_product', 4);
  expect(plain?.transformed).toBeUndefined();
  const about = { moment: 'beforeProduct', entity: 'product', record: 'A' };
  expect(whole?.transformed).toEqual({
    count: 3,
    kept: [
      {
        name: 'SDK_1_products_edit_before.xsl',
        moment: 'request',
        outcome: 'changed',
        said: 'low: ***',
        difference: [
          { kind: 'skipped', text: '' },
          { kind: 'same', text: '  <reference>A</reference>' },
          { kind: 'same', text: '  <nom>pot</nom>' },
          { kind: 'removed', text: '  <stock>3</stock>' },
          { kind: 'added', text: '  <stock>0</stock>' },
          { kind: 'same', text: '  <xx_brand>Acme</xx_brand>' },
          { kind: 'same', text: '</connecteur>' },
        ],
      },
      {
        ...about,
        name: 'fieldMaps.products',
        outcome: 'changed',
        changes: [
          { path: 'shortDescription', after: 'Acme' },
          { path: 'customFields.xx_brand', before: 'Acme' },
        ],
      },
      {
        ...about,
        name: 'hooks.mjs beforeProduct title',
        outcome: 'changed',
        changes: [
          { path: 'name', before: 'pot', after: 'POT' },
          { path: 'ean13', after: null },
        ],
      },
    ],
  });
  expect(dropped?.transformed?.kept.at(-1)).toMatchObject({
    ...about,
    outcome: 'dropped',
    problem: { reason: 'hook_dropped', expected: 'not here' },
  });
  // What hooks did before one refused is shown too.
  expect(refused?.transformed?.kept.map(({ outcome }) => outcome)).toEqual(['changed', 'refused']);
  expect(JSON.stringify(whole)).not.toContain('key-shop');

  const { output } = await runCommand(['journal', 'show', whole?.id ?? ''], {
    folder: served.folder,
  });
  expect(output).toContain(`--- Transformations
SDK_1_products_edit_before.xsl: the request
    says: low: ***
    …
        <reference>A</reference>
        <nom>pot</nom>
    -   <stock>3</stock>
    +   <stock>0</stock>`);
  expect(output).toContain(`hooks.mjs beforeProduct title: product A
    name: pot → POT
    ean13: ∅ → (emptied)`);
});

test('a reply is shown as hooks, states and sheets changed it, and a sheet that refuses says so', async () => {
  const served = await serveShops([
    {
      name: 'shop',
      fieldMaps: { orderStates: { paid: '2' } },
      sheets: {
        'orders.reply.xsl': sheet(
          '<xsl:template match="lastname"><xsl:copy>X</xsl:copy><xsl:if test=".=\'never\'"/></xsl:template>',
        ),
        'add_tracking.request.xsl': sheet(
          '<xsl:template match="/"><xsl:message terminate="yes">not today</xsl:message></xsl:template>',
        ),
      },
      transforms: [moduleOf("afterOrder: (read) => ({ ...read, carrier: 'DPD' })")],
    },
  ]);
  await (await served.store('shop')).placeOrder(order('7', { state: 'paid', carrier: 'Colissimo' }));
  await served.ask('shop', 'orders_list', '<connecteur/>');
  await served.ask('shop', 'orders', '<connecteur><id>7</id></connecteur>');
  await served.ask('shop', 'add_tracking', '<connecteur><id>7</id></connecteur>');
  const [list] = await exchangesOf(served, 'orders_list', 1);
  const state = { name: 'fieldMaps.orderStates', entity: 'order', record: '7', outcome: 'changed' };
  expect(list?.transformed?.kept).toEqual([
    { ...state, moment: 'orderStates', changes: [{ path: 'state', before: 'paid', after: '2' }] },
  ]);
  const [read] = await exchangesOf(served, 'orders', 1);
  expect(read?.transformed?.kept.map(({ name, moment }) => [name, moment])).toEqual([
    ['hooks.mjs afterOrder', 'afterOrder'],
    ['fieldMaps.orderStates', 'orderStates'],
    ['orders.reply.xsl', 'reply'],
  ]);
  expect(read?.transformed?.kept[0]?.changes).toEqual([
    { path: 'carrier', before: 'Colissimo', after: 'DPD' },
  ]);
  expect(read?.transformed?.kept[2]?.difference).toContainEqual({
    kind: 'added',
    text: expect.stringContaining('<lastname>X</lastname>'),
  });
  const [tracking] = await exchangesOf(served, 'add_tracking', 1);
  expect(tracking?.transformed?.kept).toEqual([
    {
      name: 'add_tracking.request.xsl',
      moment: 'request',
      outcome: 'refused',
      problem: expect.objectContaining({ reason: 'sheet_refused', expected: 'not today' }),
    },
  ]);
});

test('of a message of many records all changes are counted and the first kept, on whichever thread', async () => {
  const served = await serveShops([
    {
      name: 'shop',
      transforms: [
        moduleOf(
          `beforeCustomer: (c) => c.code.endsWith('9') ? undefined : ({ ...c, customFields: { xx_long: 'x'.repeat(2000) } })`,
        ),
      ],
    },
  ]);
  const clients = Array.from(
    { length: 500 },
    (_, index) => `<client><codetiers>C${index}</codetiers></client>`,
  );
  await served.ask('shop', 'add_customer', `<clients>${clients.join('')}</clients>`);
  const [exchange] = await exchangesOf(served, 'add_customer', 1);
  const { count, kept = [] } = exchange?.transformed ?? {};
  expect(count).toBe(450);
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.length).toBeLessThanOrEqual(100);
  expect(JSON.stringify(kept).length).toBeLessThan(70_000);
  expect(kept[0]).toMatchObject({ record: 'C0', changes: [{ path: 'customFields.xx_long' }] });
});

test('a shop without transformations has nothing on the way, and nothing in the journal', async () => {
  const folder = folderOf({
    'passerelle.config.json': JSON.stringify({
      shops: [{ transforms: [] }, { name: 'b' }],
    }),
  });
  const { shops } = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  expect(shops.map((shop) => [shopSpec(shop).transforms, sheetsOptions(shop)])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  const served = await serveShops([{ name: 'shop' }]);
  await served.ask('shop', 'add_product', product('A', '<nom>N</nom>'));
  const [exchange] = await exchangesOf(served, 'add_product', 1);
  expect(exchange).not.toHaveProperty('transformed');
});
