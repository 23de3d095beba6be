import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runCommand, startCommand } from '../support/run-command.ts';
import { folderOf, serveShops } from './serve-sheets.ts';
import { sheet } from './sheet-kinds.ts';

const INDEX = JSON.stringify(new URL('../../src/index.ts', import.meta.url).href);
const CORPUS = new URL('../../corpus/accept/', import.meta.url).pathname;

const LOW_STOCK = sheet(
  '<xsl:template match="stock[. &lt; 5]/text()"><xsl:message>low</xsl:message>0</xsl:template>',
);

const HOOKS = `import { defineTransforms, drop, refuse } from ${INDEX};
export default defineTransforms({
  beforeProduct: (change) =>
    change.fields.name === 'X' ? refuse('no X', 'name') : { ...change, fields: { ...change.fields, name: 'T' } },
  beforeCustomer: ({ code }) => (code === '' ? undefined : drop('not here')),
  afterOrder: (order) => ({ ...order, carrier: 'DPD' }),
});`;

const shopFolder = (): string =>
  folderOf({
    'passerelle.config.json': JSON.stringify({ shops: [{ sheets: './sdk', transforms: ['./hooks.mjs'] }] }),
    'hooks.mjs': HOOKS,
    'sdk/SDK_1_products_edit_before.xsl': LOW_STOCK,
    'sdk/orders.reply.xsl': sheet(
      '<xsl:template match="livreur/text()">[<xsl:value-of select="."/>]</xsl:template>',
    ),
    'message.xml':
      '<connecteur><resource>update_product</resource><reference>A</reference><nom>N</nom><stock>3</stock></connecteur>',
    'refused.xml': '<connecteur><reference>A</reference><nom>X</nom></connecteur>',
    'order.xml':
      '<connecteur><order><client><id>7</id><email>a@b.fr</email></client><commande><date_add>2026-03-22 10:09:22</date_add><reference>W</reference><livreur>Colissimo</livreur></commande></order></connecteur>',
  });

test('a file goes through sheets and hooks, and what each changed is shown', async () => {
  const { output, errors, exitCode } = await runCommand(['transform', 'try', 'message.xml'], {
    folder: shopFolder(),
  });
  expect(errors).toBe('');
  expect(exitCode).toBe(0);
  expect(output).toBe(
    `── SDK_1_products_edit_before.xsl
says: low
@@ -3,4 +3,4 @@
   <reference>A</reference>
   <nom>N</nom>
-  <stock>3</stock>
+  <stock>0</stock>
 </connecteur>

── hooks.mjs beforeProduct
@@ -2,5 +2,5 @@
   "reference": "A",
   "fields": {
-    "name": "N",
+    "name": "T",
     "stock": "0"
   }

`,
  );
});

test('what is refused is told in either language, with its exit code', async () => {
  const words = ['--lang', 'fr', 'transform', 'try', '--resource', 'update_product', 'refused.xml'];
  const { output, errors, exitCode } = await runCommand(words, { folder: shopFolder() });
  expect(output).toContain('── SDK_1_products_edit_before.xsl\ninchangé\n');
  expect(errors).toContain('« name » : no X (refusé par la transformation hooks.mjs beforeProduct)');
  expect(exitCode).toBe(1);
});

test('a sheet that refuses a message, or fails, is named as one that was asked', async () => {
  const folder = folderOf({
    'passerelle.config.json': JSON.stringify({ shops: [{ sheets: './sdk' }] }),
    'sdk/SDK_1_products_edit_before.xsl': sheet(
      '<xsl:template match="nom"><xsl:message terminate="yes">no name</xsl:message></xsl:template>',
    ),
    'refused.xml': '<connecteur><reference>A</reference><nom>X</nom></connecteur>',
  });
  const words = ['transform', 'try', '--resource', 'update_product', 'refused.xml'];
  const { output, errors, exitCode } = await runCommand(words, { folder });
  expect(output).toContain('── SDK_1_products_edit_before.xsl\nno name');
  expect(errors).toContain('no name');
  expect(errors).not.toContain('Nothing in the configuration');
  expect(exitCode).toBe(1);
});

test('an order as the shop would send it goes through hooks, then sheets', async () => {
  const words = ['transform', 'try', '--resource', 'orders', '--reply', 'order.xml'];
  const { output } = await runCommand(words, { folder: shopFolder() });
  expect(output).toContain('-  "carrier": "Colissimo"');
  expect(output).toMatch(/-\s+<livreur>DPD<\/livreur>\n\+\s+<livreur>\[DPD\]<\/livreur>/);
});

test('a message of the corpus says itself what it is', async () => {
  const folder = shopFolder();
  const words = ['transform', 'try', join(CORPUS, 'customers-one-node-per-contact.xml')];
  expect((await runCommand(words, { folder })).output).toContain(
    'dropped by the transformation hooks.mjs beforeCustomer: not here',
  );
  const unnamed = await runCommand(['transform', 'try', 'refused.xml'], { folder });
  expect(unnamed).toMatchObject({ exitCode: 1, output: '' });
  expect(unnamed.errors).toContain('--resource');
});

test('an exchange of the journal is tried as it came', async () => {
  const { ask, store, folder } = await serveShops([
    { name: 'shop', sheets: { 'SDK_1_products_edit_before.xsl': LOW_STOCK } },
  ]);
  await ask('shop', 'add_product', '<connecteur><reference>A</reference></connecteur>');
  await ask('shop', 'update_product', '<connecteur><reference>A</reference><stock>3</stock></connecteur>');
  const journal = await store('shop');
  expect((await journal.product('A'))?.fields.stock).toBe('0');
  const id = await vi.waitFor(async () => {
    const all = (await Array.fromAsync(journal.exchanges({ resource: 'update_product' }))).flat();
    expect(all).toHaveLength(1);
    return all[0]?.id ?? '';
  });
  const { output, exitCode } = await runCommand(['transform', 'try', id], { folder });
  expect(output).toContain('-  <stock>3</stock>\n+  <stock>0</stock>');
  expect(exitCode).toBe(0);
  expect((await runCommand(['transform', 'try', 'nothing'], { folder })).errors).toContain('nothing');
});

test('of an exchange without its request, the setting is named that it was not kept for', async () => {
  const { ask, store, folder } = await serveShops([{ name: 'shop' }], { journal: { record: 'outcomes' } });
  await ask('shop', 'add_product', '<connecteur><reference>A</reference></connecteur>');
  const journal = await store('shop');
  const id = await vi.waitFor(async () => {
    const [exchange] = (await Array.fromAsync(journal.exchanges({ resource: 'add_product' }))).flat();
    expect(exchange?.recorded).toBe('outcomes');
    return exchange?.id ?? '';
  });
  const tried = await runCommand(['transform', 'try', id], { folder });
  expect(tried.errors).toContain(`exchange ${id}: its request is not kept`);
  expect(tried.errors).toContain('journal.record');
  expect(tried.exitCode).not.toBe(0);
  const reply = await runCommand(['transform', 'try', '--reply', id], { folder });
  expect(reply.errors).toContain('journal.record');
});

test('with --watch, a change of a sheet is tried at once', async () => {
  const folder = shopFolder();
  const command = startCommand(['transform', 'try', '--watch', 'message.xml'], { folder });
  onTestFinished(() => void command.kill('SIGKILL'));
  let output = '';
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (text) => {
      output += stripVTControlCharacters(String(text));
    });
  const ended = new Promise((resolve) => command.on('exit', resolve));
  await vi.waitFor(() => expect(output).toContain('Waiting for changes'), 30_000);
  expect(output).toContain('+  <stock>0</stock>');
  writeFileSync(join(folder, 'sdk/SDK_1_products_edit_before.xsl'), LOW_STOCK.replace('>0<', '>-1<'));
  await vi.waitFor(() => expect(output).toContain('+  <stock>-1</stock>'), 30_000);
  command.kill('SIGTERM');
  expect(await ended).toBe(0);
});
