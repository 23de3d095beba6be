import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { type Server, serve } from '../../src/cli/serve/serve.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { order, shopCustomer } from '../../src/testing/contract/samples.ts';
import { post } from '../support/form.ts';
import { temporaryFolder } from '../support/temporary.ts';

const INDEX = JSON.stringify(new URL('../../src/index.ts', import.meta.url).href);

interface Shop {
  readonly name: string;
  /** The body of its module. */
  readonly hooks?: string;
  readonly [setting: string]: unknown;
}

/** The real server on files of its own, with modules that hold these hooks. A shop's key is its name. */
async function serveShops(shops: readonly Shop[]) {
  const folder = temporaryFolder();
  const settings = shops.map(({ hooks, ...shop }) => {
    if (hooks === undefined) return { ...shop, keys: [`key-${shop.name}`] };
    writeFileSync(
      join(folder, `${shop.name}.mjs`),
      `import { threadId } from 'node:worker_threads';\nimport { defineTransforms, drop, refuse, parseDecimal, compare } from ${INDEX};\nexport default defineTransforms({${hooks}});\n`,
    );
    return { ...shop, keys: [`key-${shop.name}`], transforms: [`./${shop.name}.mjs`] };
  });
  writeFileSync(
    join(folder, 'passerelle.config.json'),
    JSON.stringify({ port: 0, logLevel: 'silent', language: 'en', shops: settings }),
  );
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  const server: Server = await serve(configuration, { print: () => {} });
  onTestFinished(() => server.stop());
  const stores = new Map<string, Store>();
  for (const { name } of shops) {
    const store = await openStore({
      url: `sqlite:${join(folder, 'data', `${name}.sqlite`)}`,
      blobFolder: join(folder, 'data', `${name}-blobs`),
    });
    onTestFinished(() => store.close());
    stores.set(name, store);
  }
  const ask = async (name: string, resource: string, data: string): Promise<string> => {
    const { text } = await post(server.url, [
      ['key', `key-${name}`],
      ['resource', resource],
      ['data', data],
    ]);
    return text;
  };
  const store = (name: string) => {
    const found = stores.get(name);
    if (!found) throw new Error(name);
    return found.backoffice;
  };
  /** Waits until the journal says that of an exchange with the resource: it may come a moment after the reply. */
  const journalled = (name: string, resource: string, expected: object) =>
    vi.waitFor(async () => {
      const all = (await Array.fromAsync(store(name).exchanges({}))).flat();
      const known = all.filter((exchange) => exchange.resource === resource);
      expect(known).toContainEqual(expect.objectContaining(expected));
    }, 20_000);
  return { ask, store, journalled, url: server.url };
}

const product = (reference: string, fields: string): string =>
  `<connecteur><reference>${reference}</reference>${fields}</connecteur>`;

test('a product is changed, dropped or refused, each by the rules of its own shop', async () => {
  const { ask, store, journalled } = await serveShops([
    {
      name: 'retail',
      hooks: `beforeProduct: [
        function elsewhere({ customFields }) { return customFields?.xx_shop === 'trade' ? drop('of the other shop') : undefined; },
        async function lowStock(change) {
          const { stock } = change.fields;
          return stock && compare(stock, '5') < 0 ? { ...change, fields: { ...change.fields, stock: '0' } } : change;
        },
      ]`,
    },
    {
      name: 'trade',
      hooks: `beforeProduct: ({ fields }) => (fields.name ? undefined : refuse('a name is needed', 'name'))`,
    },
    { name: 'plain' },
  ]);
  expect(await ask('retail', 'add_product', product('A', '<nom>N</nom><stock>4</stock>'))).toContain(
    '<add_product/>',
  );
  expect((await store('retail').product('A'))?.fields).toEqual({ name: 'N', stock: '0' });
  expect(await ask('retail', 'add_product', product('B', '<xx_shop>trade</xx_shop>'))).toContain(
    '<add_product/>',
  );
  expect(await store('retail').product('B')).toBeUndefined();
  await journalled('retail', 'add_product', {
    outcome: 'warning',
    reference: 'B',
    warnings: [
      expect.objectContaining({
        reason: 'hook_dropped',
        record: 'B',
        hook: 'retail.mjs beforeProduct elsewhere',
        expected: 'of the other shop',
      }),
    ],
  });
  const refused = await ask('trade', 'add_product', product('A', '<stock>4</stock>'));
  expect(refused).toContain(
    '<error>product A: "nom": a name is needed (refused by the transformation trade.mjs beforeProduct)</error>',
  );
  expect(await store('trade').product('A')).toBeUndefined();
  await ask('plain', 'add_product', product('A', '<stock>4</stock>'));
  expect((await store('plain').product('A'))?.fields).toEqual({ stock: '4' });
});

test('a hook that fails, hangs or gives nonsense refuses that record, names itself and changes nothing', async () => {
  const { ask, store, journalled } = await serveShops([
    {
      name: 'shop',
      transformTimeoutMs: 50,
      hooks: `beforeProduct(change) {
        const { name } = change.fields;
        if (name === 'throws') throw new Error('no such thing');
        if (name === 'never') return new Promise(() => {});
        if (name === 'slow') { const end = Date.now() + 80; while (Date.now() < end); }
        if (name === 'nonsense') return { ...change, fields: { ...change.fields, stock: 3 } };
        if (name === 'mutates') { change.fields.stock = '3'; }
      }`,
    },
  ]);
  const says = async (name: string): Promise<string> => {
    const reply = await ask('shop', 'add_product', product('A', `<nom>${name}</nom><stock>1</stock>`));
    return /<error>(.*)<\/error>/.exec(reply)?.[1] ?? reply;
  };
  expect(await says('throws')).toBe(
    'product A: the transformation shop.mjs beforeProduct failed (Error: no such thing); correct it, nothing has changed.',
  );
  const slow =
    'product A: the transformation shop.mjs beforeProduct took longer than its 50 ms; nothing has changed.';
  expect(await says('never')).toBe(slow);
  expect(await says('slow')).toBe(slow);
  expect(await says('nonsense')).toContain('gives "fields.stock" = 3, expected a Decimal such as');
  expect(await says('mutates')).toContain('failed (TypeError: Cannot assign to read only property');
  expect(await store('shop').product('A')).toBeUndefined();
  await journalled('shop', 'add_product', {
    outcome: 'failed',
    problem: expect.objectContaining({ reason: 'hook_failed', hook: 'shop.mjs beforeProduct', record: 'A' }),
  });
  expect(await says('fine')).toContain('<add_product/>');
});

test('customers, price rules and sales documents go through their hooks, on both threads', async () => {
  const { ask, store, journalled, url } = await serveShops([
    {
      name: 'shop',
      hooks: `
        beforeCustomer: (c) => (c.code === 'C2' ? drop('closed') : c.code === 'C3' ? refuse('no e-mail', 'email') : { ...c, customFields: { xx_from: 'hook' } }),
        beforePriceRule: (rule, { operation, exchange }) => ({ ...rule, rule: operation + typeof exchange, group: 'thread ' + threadId }),
        beforeSalesDocument: ({ number }) => (number.startsWith('DE') ? drop('no quotes') : undefined)`,
    },
  ]);
  const clients = ['C1', 'C2', 'C3'].map(
    (code) => `<client identifiant="${code}"><codetiers>${code}</codetiers><nom>N</nom></client>`,
  );
  expect(await ask('shop', 'add_customer', `<clients>${clients.join('')}</clients>`)).toContain(
    '1 saved, 1 refused. customer C3: "email": no e-mail',
  );
  const customers = (await Array.fromAsync(store('shop').customers())).flat();
  expect(customers.map(({ code, customFields }) => [code, customFields])).toEqual([
    ['C1', { xx_from: 'hook' }],
  ]);
  await journalled('shop', 'add_customer', {
    warnings: [expect.objectContaining({ reason: 'hook_dropped', record: 'C2' })],
  });

  const grille = (id: number): string =>
    `<grille src="s" ref="r"><id_product>P${id}</id_product><price>1</price><reduction_type>amount</reduction_type></grille>`;
  expect(await ask('shop', 'add_grilles', `<grilles>${grille(1)}${grille(2)}</grilles>`)).toContain(
    '<add_grilles/>',
  );
  const rules = (await Array.fromAsync(store('shop').priceRules())).flat();
  expect(rules.map(({ rule }) => rule)).toEqual(['savePriceRulesstring', 'savePriceRulesstring']);

  // Its key and resource inside the XML alone: held, then worked on by the server's own thread.
  const { text: held } = await post(url, [
    [
      'data',
      `<connecteur><resource>add_grilles</resource><key>key-shop</key><grilles>${grille(3)}</grilles></connecteur>`,
    ],
  ]);
  expect(held).toContain('<add_grilles/>');
  const threads = (await Array.fromAsync(store('shop').priceRules())).flat().map(({ group }) => group);
  expect(threads).toEqual([
    expect.stringMatching(/^thread [1-9]/),
    expect.stringMatching(/^thread [1-9]/),
    'thread 0',
  ]);

  const piece = (number: string): string =>
    `<connecteur><order><commande><reference>${number}</reference><total_paid>1</total_paid></commande></order></connecteur>`;
  expect(await ask('shop', 'add_order', piece('DE001'))).not.toContain('<error>');
  expect(await ask('shop', 'add_order', piece('FA001'))).not.toContain('<error>');
  const documents = (await Array.fromAsync(store('shop').salesDocuments())).flat();
  expect(documents.map(({ number }) => number)).toEqual(['FA001']);
  const push = (number: string) =>
    post(url, [
      ['key', 'key-shop'],
      ['type', 'DEVIS'],
      ['reference', number],
      ['email', 'lee@bagues.fr'],
      ['pdf', Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64')],
    ]);
  // Its sender tries again until it gets 200, and shows what it reads.
  expect(await push('DE002')).toEqual({
    status: 200,
    text: expect.stringContaining('dropped by the transformation shop.mjs beforeSalesDocument: no quotes'),
  });
  expect((await Array.fromAsync(store('shop').salesDocuments())).flat()).toHaveLength(1);
});

test('what the ERP reads goes through its hooks: lists, orders, own nodes', async () => {
  const { ask, store, journalled } = await serveShops([
    {
      name: 'shop',
      fieldMaps: { orderStates: { paid: '2', sent: '4', delivered: '4' } },
      finalState: 'delivered',
      hooks: `
        afterListedOrder: ({ id }) => (id === '3' ? drop('a test order') : undefined),
        afterOrder: (order) => (order.id === '2' ? drop('at the counter') : {
          ...order,
          customer: { ...order.customer, erpCode: 'WEB' },
          lines: order.lines.map((line) => ({ ...line, reference: line.reference.replace('AB ', '') })),
          customFields: { 'client/famille': 'PRO', 'produits/1/xx_lot': 'L1', xx_canal: 'web' },
        }),
        afterCustomer: (customer) => (customer.id === '8' ? drop('a test account') : { ...customer, lastName: customer.lastName.toUpperCase() }),
        afterListedProduct: (entry) => ({ ...entry, reference: entry.reference.slice(3) }),
        beforeProduct: (change) => ({ ...change, reference: 'FR-' + change.reference })`,
    },
  ]);
  for (const id of ['1', '2', '3']) await store('shop').placeOrder(order(id, { state: 'paid' }));
  await store('shop').saveShopCustomer(shopCustomer('7'));
  await store('shop').saveShopCustomer(shopCustomer('8'));

  const list = await ask('shop', 'orders_list', '<connecteur/>');
  expect(list.match(/<id>\d<\/id><current_state>\w+/g)).toEqual([
    '<id>1</id><current_state>2',
    '<id>2</id><current_state>2',
  ]);
  await journalled('shop', 'orders_list', {
    outcome: 'warning',
    records: 2,
    warnings: [expect.objectContaining({ reason: 'hook_dropped', record: '3', expected: 'a test order' })],
  });
  const read = (id: string) => ask('shop', 'orders', `<connecteur><id>${id}</id></connecteur>`);
  const first = await read('1');
  for (const element of [
    '<code_erp>WEB</code_erp>',
    '<famille>PRO</famille></client>',
    '<product_reference>12/L</product_reference>',
    '<xx_lot>L1</xx_lot></product>',
    '<xx_canal>web</xx_canal></order>',
  ])
    expect(first).toContain(element);
  expect(await read('2')).toContain('<no_import/>');
  await journalled('shop', 'orders', {
    outcome: 'warning',
    warnings: [expect.objectContaining({ reason: 'hook_dropped', expected: 'at the counter' })],
  });
  expect(await read('3')).toContain('does not give this order to the ERP: a test order');
  const confirmed = await ask(
    'shop',
    'set_order_exported',
    '<connecteur><id>1</id><statut_final>2</statut_final></connecteur>',
  );
  expect(confirmed).toContain('<statut_final>2</statut_final>');
  expect((await store('shop').order('1'))?.state).toBe('paid');
  // The shop's own state, though the ERP has one name for two.
  const byDefault = await ask('shop', 'set_order_exported', '<connecteur><id>2</id></connecteur>');
  expect(byDefault).toContain('<statut_final>4</statut_final>');
  expect((await store('shop').order('2'))?.state).toBe('delivered');
  expect(await ask('shop', 'orders_list', '<connecteur><filter>4</filter></connecteur>')).toContain(
    '<id>2</id>',
  );
  expect(await ask('shop', 'orders_list', '<connecteur><filter>paid</filter></connecteur>')).not.toContain(
    '<id>',
  );

  const customers = await ask('shop', 'customers_list', '<connecteur/>');
  expect(customers).toContain('LEE');
  expect(customers).not.toContain('8@bagues.fr');
  await ask('shop', 'add_product', product('A', '<nom>N</nom>'));
  expect((await store('shop').product('FR-A'))?.fields.name).toBe('N');
  expect(await ask('shop', 'products_list', '<connecteur/>')).toContain('<reference>A</reference>');
});

test('field maps are settings: they act on every message, and name what they refuse', async () => {
  const { ask, store } = await serveShops([
    {
      name: 'shop',
      fieldMaps: {
        products: [
          { from: 'xx_ean', to: 'ean13' },
          { from: 'xx_grammes', to: 'weight', number: { factor: '0.001' } },
        ],
        customers: [{ from: 'xx_tarif', to: 'priceCategory', table: { R: 'Revendeurs' } }],
        orders: [
          { value: 'WEB', to: 'customer.erpCode' },
          { from: 'lines.name', to: 'produits/*/libelle' },
        ],
      },
    },
  ]);
  const sent = '<xx_ean>3760123456789</xx_ean><xx_grammes>1 250,5</xx_grammes><xx_autre>x</xx_autre>';
  expect(await ask('shop', 'add_product', product('A', sent))).toContain('<add_product/>');
  expect(await store('shop').product('A')).toMatchObject({
    fields: { ean13: '3760123456789', weight: '1.2505' },
    customFields: { xx_autre: 'x' },
  });
  expect(await ask('shop', 'update_product', product('A', '<xx_grammes>lots</xx_grammes>'))).toContain(
    'product A: "xx_grammes" is "lots": expected a number such as 12.50.',
  );
  const client = (code: string, tarif: string) =>
    `<client><codetiers>${code}</codetiers><xx_tarif>${tarif}</xx_tarif></client>`;
  expect(
    await ask('shop', 'add_customer', `<clients>${client('C1', 'R')}${client('C2', 'Q')}</clients>`),
  ).toContain('1 saved, 1 refused. customer C2: "xx_tarif" is "Q"; possible values: R.');
  await store('shop').placeOrder(order('1'));
  const read = await ask('shop', 'orders', '<connecteur><id>1</id></connecteur>');
  expect(read).toContain('<code_erp>WEB</code_erp>');
  expect(read).toContain('<libelle>Figurine &lt;L&gt;</libelle></product>');
});

test('a hook’s own node that the protocol has already is refused', async () => {
  const { ask, store } = await serveShops([
    {
      name: 'shop',
      hooks: `afterOrder: (read) => ({ ...read, customFields: { 'commande/total_paid': '1' } })`,
    },
  ]);
  await store('shop').placeOrder(order('1'));
  expect(await ask('shop', 'orders', '<connecteur><id>1</id></connecteur>')).toContain(
    '<error>"commande/total_paid" is said twice with different values ("1", "117.99").</error>',
  );
});
