import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { post } from '../../../test/support/form.ts';
import { runCommand } from '../../../test/support/run-command.ts';
import { loadConfiguration } from '../configuration/load.ts';
import { type Server, serve } from './serve.ts';

const KEY = 'the-key';

/** Marks every reference with its option and the thread that it runs on: 0 is the server's own. */
const MARK = `
import { threadId } from 'node:worker_threads';
import { decorate } from ${JSON.stringify(new URL('../../shop/decorate.ts', import.meta.url).href)};

export default (shop, { mark }) => {
  const marked = (record) => ({ ...record, reference: record.reference + mark + threadId });
  return decorate(shop, {
    saveProduct: (change, ...rest) => shop.saveProduct(marked(change), ...rest),
    savePriceRules: (batches, ...rest) => shop.savePriceRules(markedRules(batches), ...rest),
  });
  async function* markedRules(batches) {
    for await (const { rules, keep } of batches) yield { rules: rules.map(marked), keep };
  }
};
`;

/** Writes who says it where a rule's own name would stand. */
const ORIGIN = `
import { decorate } from ${JSON.stringify(new URL('../../shop/decorate.ts', import.meta.url).href)};

export default (shop) =>
  decorate(shop, {
    savePriceRules(batches, mode, origin) {
      const said = \`\${origin.by} \${origin.exchange}\`;
      const named = async function* () {
        for await (const { rules, keep } of batches)
          yield { rules: rules.map((rule) => ({ ...rule, rule: said })), keep };
      };
      return shop.savePriceRules(named(), mode, origin);
    },
  });
`;

let folder: string;
let server: Server | undefined;

const configure = (decorators: readonly unknown[]): void =>
  writeFileSync(
    join(folder, 'passerelle.config.json'),
    JSON.stringify({ port: 0, logLevel: 'silent', shops: [{ keys: [KEY], decorators }] }),
  );

const start = async (): Promise<string> => {
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  server = await serve(configuration, { print: () => {} });
  return server.url;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-decorators-'));
  writeFileSync(join(folder, 'mark.mjs'), MARK);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true });
});

const grilles = (count: number): string => {
  const grille =
    '<grille src="s" ref="r"><id_product>A</id_product><price>1</price><reduction_type>amount</reduction_type></grille>';
  return `<grilles>${grille.repeat(count)}</grilles>`;
};
const HEADING = [
  ['key', KEY],
  ['resource', 'add_grilles'],
] as const;
/** With key and resource at its end: nobody can tell what it is before it is all there. */
const addressed = (xml: string): string =>
  `<connecteur>${xml}<resource>add_grilles</resource><key>${KEY}</key></connecteur>`;
/** More than is worked on at once on the server's own thread. */
const MANY = 5_000;

async function references(kind: 'products' | 'price-rules'): Promise<readonly string[]> {
  const { output } = await runCommand(['export', kind, '--lang', 'en'], { folder });
  return output
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).reference);
}

test.each([
  ['small and held', [['data', addressed(grilles(1))]], 'A-x0'],
  ['large and held', [['data', addressed(grilles(MANY))]], 'A-x1'],
  ['worked on while it arrives', [...HEADING, ['data', grilles(1)]], 'A-x1'],
] as const)('a decorator acts on a price list that is %s', async (_, parts, expected) => {
  configure([{ module: './mark.mjs', options: { mark: '-x' } }]);
  const { text } = await post(await start(), parts);
  expect(text).toContain('<add_grilles/>');
  // The thread's number counts up over the life of a process.
  const [reference = ''] = await references('price-rules');
  expect(reference.replace(/[1-9]\d*$/, '1')).toBe(expected);
});

test('a decorator acts on single records, the first of several before the others', async () => {
  configure([
    { module: './mark.mjs', options: { mark: '-first' } },
    { module: './mark.mjs', options: { mark: '-second' } },
  ]);
  const url = await start();
  const data = '<connecteur><reference>A</reference></connecteur>';
  await post(url, [
    ['key', KEY],
    ['resource', 'add_product'],
    ['data', data],
  ]);
  expect(await references('products')).toEqual(['A-first0-second0']);
});

test('a decorator acts on what is imported', async () => {
  configure([{ module: 'mark.mjs', options: { mark: '-x' } }]);
  const rule = { source: 's', rule: 'r', reference: 'A', kind: 'price', value: '1', fromQuantity: '1' };
  for (const [kind, record] of [
    ['price-rules', rule],
    ['products', { reference: 'A' }],
  ] as const) {
    const input = `${JSON.stringify(record)}\n`;
    const { exitCode } = await runCommand(['import', '-', '--kind', kind, '--lang', 'en'], { folder, input });
    expect(exitCode).toBe(0);
    expect(await references(kind)).toEqual(['A-x0']);
  }
});

test.each([
  ['is not there', 'nowhere.mjs', 'nowhere.mjs'],
  ['exports no decorator', 'empty.mjs', 'export default (shop, options) => shop'],
])('a module that %s is named, and nothing is started', async (_, module, named) => {
  writeFileSync(join(folder, 'empty.mjs'), 'export const nothing = 1;\n');
  configure([{ module }]);
  await expect(start()).rejects.toMatchObject({ problem: { reason: 'file_unreadable' } });
  const { exitCode, errors } = await runCommand(['export', 'products', '--lang', 'en'], { folder });
  expect([exitCode, errors]).toEqual([1, expect.stringContaining('No data in')]);
  const imported = await runCommand(['import', '-', '--kind', 'products', '--lang', 'en'], { folder });
  expect([imported.exitCode, imported.errors]).toEqual([1, expect.stringContaining(named)]);
});

test('the example of docs/decorators.md does what the page says', async () => {
  const page = readFileSync(new URL('../../../docs/decorators.md', import.meta.url), 'utf8');
  const [, source = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const [, settings = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const index = JSON.stringify(new URL('../../index.ts', import.meta.url).href);
  writeFileSync(join(folder, 'uppercase.ts'), source.replace("'passerelle'", index));
  writeFileSync(join(folder, 'passerelle.config.json'), settings);
  const rule = { source: 's', rule: 'r', reference: 'a', kind: 'price', value: '1', fromQuantity: '1' };
  for (const [kind, record] of [
    ['price-rules', rule],
    ['products', { reference: 'a' }],
  ] as const) {
    await runCommand(['import', '-', '--kind', kind], { folder, input: JSON.stringify(record) });
    expect(await references(kind)).toEqual(['FR-A']);
  }
});

test('on either thread, a price list comes with its exchange; a file comes as an import', async () => {
  writeFileSync(join(folder, 'origin.mjs'), ORIGIN);
  configure([{ module: 'origin.mjs' }]);
  const url = await start();
  await post(url, [...HEADING, ['data', grilles(1)]]);
  await post(url, [['data', addressed(grilles(1))]]);
  await post(url, [['data', addressed(grilles(MANY))]]);
  const record = { source: 's', rule: 'r', reference: 'A', kind: 'price', value: '1', fromQuantity: '1' };
  await runCommand(['import', '-', '--kind', 'price-rules'], { folder, input: JSON.stringify(record) });
  const lines = async (words: readonly string[]) => {
    const { output } = await runCommand(words, { folder });
    return output
      .trim()
      .split('\n')
      .map((line): Record<string, string> => JSON.parse(line));
  };
  // An exchange is in the journal within a moment of its reply.
  const exchanges = await vi.waitFor(async () => {
    const listed = (await lines(['journal', '--json'])).map(({ id }) => `erp ${id}`);
    expect(listed).toHaveLength(3);
    return listed;
  }, 20_000);
  const said = (await lines(['export', 'price-rules'])).map(({ rule }) => rule ?? '');
  expect(said.sort()).toEqual([...exchanges, 'import undefined'].sort());
});

test('options that are no plain data are refused with their key', async () => {
  rmSync(join(folder, 'mark.mjs'));
  writeFileSync(
    join(folder, 'passerelle.config.ts'),
    "export default { shops: [{ decorators: [{ module: 'x', options: { f: () => 1 } }] }] };\n",
  );
  const { exitCode, errors } = await runCommand(['export', 'products', '--lang', 'en'], { folder });
  expect(exitCode).toBe(1);
  expect(errors).toContain('"shops[0].decorators[0].options": expected plain data');
});
