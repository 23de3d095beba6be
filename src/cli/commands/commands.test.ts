import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type RunOptions, runCommand, startCommand } from '../../../test/support/run-command.ts';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import type { Exchange, ExchangeOutcome } from '../../shop/journal.ts';
import { openStore } from '../../store/open.ts';

const folder = temporaryFolder(afterAll);

const run = (words: string, options: Partial<RunOptions> = {}) =>
  runCommand(words.split(' '), { folder, ...options });

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

test('the help is in the language that is asked for', async () => {
  const [english, french] = await Promise.all([
    run('--help'),
    run('--help', { environment: { LANG: 'fr_FR.UTF-8' } }),
  ]);
  expect(english.output).toContain('Usage: passerelle');
  expect(french.output).toContain('Utilisation : passerelle');
  expect(french.output).not.toMatch(/Usage:|Commands:|start the/);
});

const COMMANDS = readdirSync(import.meta.dirname)
  .filter((file) => !file.endsWith('.test.ts') && file !== 'context.ts')
  .map((file) => file.replace('.ts', ''));

test.each(COMMANDS)('%s is a command, in the words of each language', async (command) => {
  const helps = await Promise.all(['en', 'fr'].map((language) => run(`help ${command} --lang ${language}`)));
  const [english = [], french = []] = helps.map(({ output }) => lines(output));
  expect(english[0]).toContain(`Usage: passerelle ${command} `);
  expect(french[0]).toContain(`Utilisation : passerelle ${command} `);
  expect(french[1]).toMatch(/\w/);
  expect(french[1]).not.toBe(english[1]);
});

test('a mistake in the command line is one sentence and exit code 2', async () => {
  const unknown = await run('--lang fr expor');
  expect(unknown).toMatchObject({
    exitCode: 2,
    output: '',
    errors: 'Commande inconnue « expor ». Vouliez-vous dire export ?\n',
  });
  const choice = await run('export things');
  expect(choice.errors).toContain('what cannot be "things"; possible: products, customers');
});

test('a reading command on a folder without data says so and makes nothing', async () => {
  const { exitCode, output, errors } = await run('--data nowhere export products');
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toContain('No data in ');
  expect(await readFile(join(folder, 'nowhere')).catch((error) => error.code)).toBe('ENOENT');
});

test('a bad configuration stops every command, without a stack trace', async () => {
  await writeFile(join(folder, 'bad.json'), '{ "prot": 1 }');
  const { exitCode, errors } = await run('--config bad.json keys');
  expect(exitCode).toBe(1);
  expect(errors).toContain('did you mean "port"?');
  expect(errors).not.toMatch(/\n\s+at /);
});

test('the configured language rules what a command says', async () => {
  await writeFile(join(folder, 'french.json'), '{ "language": "fr", "data": "french" }');
  await run('--config french.json keys add');
  expect((await run('--config french.json keys')).output).toContain('identifiant');
  expect((await run('--config french.json --lang en keys')).output).toContain('created');
});

test('tokens: only the new token goes to standard output; the list tells scopes, last use and state', async () => {
  const added = await run('--data tokens tokens add --label storefront --scope read orders');
  expect(added.output).toMatch(/^pst_[a-z2-7]{32}\n$/);
  const [head = '', row = ''] = lines((await run('--data tokens tokens')).output);
  expect(head).toMatch(/^id +label +scopes +created +last used +state$/);
  expect(row).toMatch(/^\w{8} {2}storefront {2}read, orders {2}[-\d]+ [:\d]+ {2}never +valid$/);
  const id = row.slice(0, 8);
  expect((await run(`--data tokens tokens revoke ${id}`)).errors).toContain('no longer valid');
  expect((await run('--data tokens tokens list')).output).toContain('revoked 20');
  expect(await run(`--data tokens tokens revoke ${id}`)).toMatchObject({ exitCode: 1 });
  expect((await run('--data tokens tokens add --scope everything')).errors).toContain('read, orders, admin');
});

test('keys: only the new key itself goes to standard output; the list tells its state', async () => {
  const added = await run('--data keys keys add --label ERP');
  expect(added.output).toMatch(/^[a-z2-7]{32}\n$/);
  const [, row = ''] = lines((await run('--data keys keys')).output);
  const [id = ''] = row.split(' ');
  expect(row).toMatch(/^[0-9a-f]{8} {2}ERP {4}.* valid$/);
  expect((await run(`--data keys keys revoke ${id}`)).errors).toContain('no longer valid');
  expect((await run('--data keys keys list')).output).toContain('revoked 20');
  expect(await run(`--data keys keys revoke ${id}`)).toMatchObject({ exitCode: 1 });
});

test('the sample shop is loaded, loading it again changes nothing, and what comes out is what went in', async () => {
  const first = await run('--data sample import --sample');
  expect(first.exitCode).toBe(0);
  expect(first.errors).toMatch(/products\.jsonl: \d{3} created, 0 updated, 0 unchanged, 0 refused/);
  const again = await run('--data sample import --sample');
  // On a busy machine lines of progress stand between them.
  const summaries = lines(again.errors).filter((line) => line.includes(' created, '));
  expect(summaries).toHaveLength(4);
  for (const line of summaries) expect(line).toMatch(/: 0 created, 0 updated, \d+ unchanged, 0 refused/);
  const sample = new URL('../../../sample/', import.meta.url);
  for (const kind of ['products', 'customers', 'price-rules', 'orders']) {
    const { output } = await run(`--data sample export ${kind}`);
    const records = (text: string) =>
      lines(text)
        .sort()
        .map((line) => JSON.parse(line));
    expect(records(output), kind).toEqual(records(await readFile(new URL(`${kind}.jsonl`, sample), 'utf8')));
  }
});

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]).toString('base64');
const PDF = Buffer.from('%PDF-1.4 x').toString('base64');
const ADDRESS = { country: 'FR', lastName: 'Lee', address1: '1 rue A', postcode: '57000', city: 'Metz' };

/** Records of each kind in which every part says something. */
const EVERYTHING: Readonly<Record<string, readonly unknown[]>> = {
  products: [
    {
      reference: '7412AGSVW',
      name: 'Figurine « hybride »',
      netPrice: '36.77',
      active: false,
      description: '<p>x</p>',
      categoryPath: ['Jouets', 'Figurines'],
      translations: { 'en-gb': { name: 'Figure' } },
      priceLevels: { 2: '35' },
      categoryPrices: [{ category: 'Grossistes', netPrice: '30' }],
      customFields: { xx_marque: 'Acme' },
      image: { base64: PNG },
    },
    { reference: 'AB 12/L', parent: '7412AGSVW', stock: '-1.5', axes: [{ name: 'Couleur', value: 'Bleu' }] },
    { reference: 'É&O-1', parent: 'not there yet' },
  ],
  customers: [
    { id: '77', lastName: 'Lee', firstName: 'Ondine', email: 'o@example.org', address: ADDRESS },
    {
      code: 'BAGUES',
      id: '78',
      name: 'Bague’s en or',
      email: 'bagues@example.com',
      contacts: [{ name: 'no e-mail' }, { email: 'z@example.com', customFields: { xx_role: 'achats' } }],
      deliveryAddresses: [{ city: 'METZ' }, { city: 'Nancy' }],
      billingAddress: { city: 'Metz', country: 'France' },
      customFields: { xx_zone: 'Est' },
      shop: { lastName: 'Or', firstName: 'Jo', email: 'bagues@example.com', address: ADDRESS },
    },
    { code: 'SEUL', name: 'Seul', active: false, discountRate: '2.5' },
  ],
  'price-rules': [
    {
      source: 's',
      rule: 'r',
      reference: 'A',
      customer: 'BAGUES',
      kind: 'price',
      value: '1.5',
      fromQuantity: '10',
    },
    {
      source: 's',
      rule: 'r',
      reference: 'A',
      group: 'Grossistes',
      kind: 'percent_off',
      value: '5',
      currency: 'EUR',
      validFrom: '2026-01-01 00:00:00',
      validTo: '2026-12-31 00:00:00',
      basePrice: '3',
    },
  ],
  orders: [
    {
      id: 'O1',
      state: 'expediee',
      placedAt: '2026-03-22 10:09:22',
      delivery: ADDRESS,
      billing: { ...ADDRESS, vatNumber: 'FR40303265045' },
      customer: { id: '77', erpCode: 'BAGUES', email: 'o@example.org' },
      totals: { paid: '12', productsInclTax: '12', productsExclTax: '10' },
      lines: [{ reference: 'A', quantity: '1', netUnitPrice: '10', taxRate: '20', axis1: 'Bleu' }],
      history: [
        { state: 'payee', at: '2026-03-22 10:09:22', by: 'shop' },
        { state: 'expediee', at: '2026-03-23 10:09:22', by: 'erp' },
      ],
      trackingNumbers: ['6A1', '6A2'],
      confirmedAt: '2026-03-23 10:09:22',
    },
    {
      id: 'O2',
      state: 'payee',
      placedAt: '2026-03-22 10:09:22',
      totals: { paid: '0' },
      history: [{ state: 'payee', at: '2026-03-22 10:09:22', by: 'shop' }],
      readAt: '2026-03-23 08:00:00',
      readBy: '0195c0de-0000-7000-8000-000000000000',
    },
  ],
  documents: [
    { number: 'FA001', email: 'a@b.fr', erpId: '9', file: { base64: PDF } },
    {
      number: 'BL001',
      type: 'other',
      content: { placedAt: '2026-03-22 00:00:00', customFields: { note: 'x' } },
    },
  ],
};

test.each(Object.keys(EVERYTHING))(
  '%s that are exported and imported elsewhere give the same lines',
  async (kind) => {
    const input = (EVERYTHING[kind] ?? []).map((record) => `${JSON.stringify(record)}\n`).join('');
    const loaded = await run(`--data from-${kind} import - --kind ${kind}`, { input });
    expect(loaded.errors).toContain('0 refused');
    const original = await run(`--data from-${kind} export ${kind} --with-files`);
    const out = lines(original.output).map((line) => JSON.parse(line));
    for (const record of EVERYTHING[kind] ?? [])
      expect(out).toContainEqual(expect.objectContaining(said(record)));
    await run(`--data to-${kind} import - --kind ${kind}`, { input: original.output });
    const moved = await run(`--data to-${kind} export ${kind} --with-files`);
    // The shop's own customers are saved before the ERP's, whatever order they come in.
    expect(lines(moved.output).sort()).toEqual(lines(original.output).sort());
    expect(lines(moved.output)).toHaveLength(EVERYTHING[kind]?.length ?? 0);
  },
);

/** Its plain values: what a line must say again. A shop's own customer is written in another shape than it may come in. */
function said(record: unknown): object {
  const plain = Object.entries(Object(record)).filter(([, value]) => typeof value !== 'object');
  return Object.fromEntries(plain.filter(([field]) => !['lastName', 'base64'].includes(field)));
}

test('refused records make exit code 1, and are told with their line', async () => {
  const input = '{"reference":"A"}\n{"reference":"B","stock":"many"}\n';
  const { exitCode, errors, output } = await run('--data refused import - --kind products', { input });
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toContain('stdin:2: product B: "stock" is "many": expected a number');
  expect(errors).toContain('1 created');
});

test('--output makes a whole file or none', async () => {
  await run('--data out import - --kind products', { input: '{"reference":"A"}\n' });
  const { errors } = await run('--data out export products --output a.jsonl');
  expect(errors).toBe('1 record written to a.jsonl.\n');
  expect(lines(await readFile(join(folder, 'a.jsonl'), 'utf8'))).toHaveLength(1);
  const failed = await run('--data out export products --output no/such/a.jsonl');
  expect(failed).toMatchObject({ exitCode: 2, output: '' });
  expect(failed.errors).toContain('Cannot write');
});

test('a reader that stops reading ends the export without a word', async () => {
  const input = Array.from({ length: 3000 }, (_, index) =>
    JSON.stringify({ reference: `R${index}`, description: 'x'.repeat(200) }),
  ).join('\n');
  await run('--data pipe import - --kind products', { input });
  const child = startCommand(['--data', 'pipe', 'export', 'products'], { folder });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child, 'close');
  expect({ exitCode: child.exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
});

test('the journal lists, filters and shows what the store has recorded', async () => {
  await run('--data journal keys add');
  const shop = { url: `sqlite:${join(folder, 'journal', 'shop.sqlite')}`, blobFolder: join(folder, 'blobs') };
  const store = await openStore(shop);
  const exchange = (id: string, resource: string, outcome: ExchangeOutcome): Exchange => ({
    id,
    at: `2026-03-22T09:09:${id}.000Z`,
    resource,
    reference: 'A',
    outcome,
    httpStatus: 200,
    warnings: [],
    durationMs: 1,
    requestBytes: 1,
    replyBytes: 1,
    remoteAddress: '127.0.0.1',
    request: '<connecteur/>',
  });
  await store.backoffice.recordExchange(exchange('01', 'add_product', 'success'));
  await store.backoffice.recordExchange(exchange('02', 'update_product', 'refused'));
  await store.close();

  const ids = async (words: string) =>
    lines((await run(`--data journal journal --json ${words}`)).output).map((line) => JSON.parse(line).id);
  expect(await ids('--limit 50')).toEqual(['01', '02']);
  expect(await ids('--resource add_product')).toEqual(['01']);
  expect(await ids('--outcome refused,failed')).toEqual(['02']);
  expect(await ids('--since 2026-03-23')).toEqual([]);
  const whole = await run('--data journal journal show 01');
  expect(whole.output).toContain('--- Request\n<connecteur/>\n');
  expect((await run('--data journal journal show 99')).errors).toContain('No exchange "99"');
  expect((await run('--data journal journal --since soon')).errors).toContain('The option --since is "soon"');
});

test('the changes of a shop are listed oldest first, filtered, and gone on with from a cursor', async () => {
  const stock = (value: string) => ({ input: `{"reference":"A","stock":"${value}"}\n` });
  await run('--data changes import - --kind products', stock('1'));
  await run('--data changes import - --kind products', stock('2'));
  await run('--data changes import - --kind customers', { input: '{"code":"C1","name":"N"}\n' });
  const all = await run('--data changes changes');
  expect(lines(all.output).map((line) => line.replaceAll(/ +/g, ' ').replace(/20\S+ \S+/, 'WHEN'))).toEqual([
    ' 1 WHEN product created A (import)',
    ' 2 WHEN product updated A stock (import)',
    ' 3 WHEN customer created erp-1 (import)',
  ]);
  expect(all.errors).toBe('What follows: --since 3\n');
  const customers = await run('--data changes changes --entity customer --json');
  expect(JSON.parse(customers.output)).toMatchObject({ sequence: 3, entity: 'customer', code: 'C1' });
  expect(lines((await run('--data changes changes --since 1 --limit 1')).output)).toHaveLength(1);
  expect(await run('--data changes changes --since 3')).toMatchObject({
    output: '',
    errors: 'Nothing changed.\n',
  });
  expect(await run('--data changes changes --since 9')).toMatchObject({ exitCode: 1, output: '' });
  const wrong = await run('--data changes changes --entity stock');
  expect(wrong.errors).toContain('The option --entity is "stock": product, variant, customer');
});

test('who wrote a product’s fields is shown, and which of them are the shop’s own', async () => {
  await writeFile(
    join(folder, 'owned.json'),
    JSON.stringify({ data: 'provenance', shops: [{ owned: ['stock'] }] }),
  );
  const words = '--config owned.json';
  await run(`${words} import - --kind products`, { input: '{"reference":"A","stock":"1","name":"N"}\n' });
  const shown = await run(`${words} provenance A`);
  const cells = lines(shown.output).map((line) => line.split(/ {2,}/));
  expect(cells).toEqual([
    ['field', 'written by', 'when', 'exchange'],
    ['name', 'import', expect.stringMatching(/^20\d\d-/)],
    ['stock', 'import', expect.stringMatching(/^20\d\d-/), 'the shop’s own'],
  ]);
  const french = await run(`${words} --lang fr provenance A`);
  expect(french.output).toContain('réservé à la boutique');
  expect(JSON.parse((await run(`${words} provenance A --json`)).output)).toMatchObject({
    reference: 'A',
    kind: 'product',
    fields: { name: { by: 'import' } },
    owned: ['stock'],
  });
  const unknown = await run(`${words} provenance B`);
  expect([unknown.exitCode, unknown.errors]).toEqual([1, 'No product or variant has the reference "B".\n']);
  await writeFile(join(folder, 'wrong.json'), JSON.stringify({ shops: [{ owned: ['stocks'] }] }));
  expect((await run('--config wrong.json keys')).errors).toContain('shops[0].owned[0]');
});
