import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { startCommand } from '../support/run-command.ts';
import { folderOf, serveShops } from './serve-sheets.ts';
import { sheet } from './sheet-kinds.ts';

const INDEX = JSON.stringify(new URL('../../src/index.ts', import.meta.url).href);

/** Which puts a letter before the name. */
const hooks = (letter: string): string =>
  `import { defineTransforms } from ${INDEX};
export default defineTransforms({
  beforeProduct: ({ fields, ...change }) => ({ ...change, fields: { ...fields, name: '${letter}-' + fields.name } }),
});`;
const lowStock = (least: number): string =>
  sheet(`<xsl:template match="stock[. &lt; ${least}]/text()">0</xsl:template>`);
const maps = (to: string) => ({ products: [{ from: 'xx_code', to }] });

test('a replay shows what a changed hook, sheet and field map make of a request, on a copy and for real', async () => {
  const files = folderOf({ 'hooks.mjs': hooks('A'), 'sdk/update_product.request.xsl': lowStock(5) });
  const sdk = join(files, 'sdk');
  const served = await serveShops([
    { name: 'shop', transforms: [join(files, 'hooks.mjs')], fieldMaps: maps('ean13') },
  ]);
  const settingsFile = join(served.folder, 'passerelle.config.json');
  const settings = JSON.parse(readFileSync(settingsFile, 'utf8'));
  const configure = (fieldMaps: object): void =>
    writeFileSync(
      settingsFile,
      JSON.stringify({ ...settings, shops: [{ ...settings.shops[0], sheets: sdk, fieldMaps }] }),
    );
  const store = await served.store('shop');
  const message =
    '<connecteur><reference>A</reference><nom>Pot</nom><stock>7</stock><xx_code>12</xx_code></connecteur>';
  await served.ask('shop', 'add_product', '<connecteur><reference>A</reference></connecteur>');
  await served.ask('shop', 'update_product', message);
  expect((await store.product('A'))?.fields).toEqual({ name: 'A-Pot', stock: '7', ean13: '12' });
  const id = await vi.waitFor(async () => {
    const [found] = (await Array.fromAsync(store.exchanges({ resource: 'update_product' }))).flat();
    if (!found) throw new Error('not recorded yet');
    return found.id;
  }, 20_000);

  writeFileSync(join(files, 'hooks.mjs'), hooks('B'));
  writeFileSync(join(sdk, 'update_product.request.xsl'), lowStock(9));
  configure(maps('upc'));
  const replay = async (...words: readonly string[]): Promise<string> => {
    const command = startCommand(['replay', id, '--json', ...words], { folder: served.folder });
    const [output, errors] = await Promise.all([
      text(command.stdout),
      text(command.stderr),
      command.exitCode ?? once(command, 'exit'),
    ]);
    expect(errors).toContain('1 exchange replayed');
    return output;
  };
  const effect = [
    { path: 'stock', before: '7', after: '0' },
    { path: 'name', before: 'A-Pot', after: 'B-Pot' },
    { path: 'upc', after: '12' },
  ];
  const onCopy = JSON.parse(await replay());
  expect(onCopy.effect).toEqual([
    expect.objectContaining({ key: 'A', changes: expect.arrayContaining(effect) }),
  ]);
  expect((await store.product('A'))?.fields.name).toBe('A-Pot');
  const forReal = JSON.parse(await replay('--for-real', '--yes'));
  expect(forReal.effect).toEqual(onCopy.effect);
  expect((await store.product('A'))?.fields).toEqual({ name: 'B-Pot', stock: '0', ean13: '12', upc: '12' });
  const [again] = (await Array.fromAsync(store.exchanges({ resource: 'update_product' }))).flat();
  expect(again?.replayOf).toBe(id);
  expect((await store.exchange(again?.id ?? ''))?.transformed?.kept.map(({ name }) => name)).toEqual([
    'update_product.request.xsl',
    'fieldMaps.products',
    'hooks.mjs beforeProduct',
  ]);
  // What was done then stays as it was.
  expect((await store.exchange(id))?.transformed?.kept.map(({ name }) => name)).toEqual([
    'fieldMaps.products',
    'hooks.mjs beforeProduct',
  ]);
}, 120_000);
