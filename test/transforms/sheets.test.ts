import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { order } from '../../src/testing/contract/samples.ts';
import { folderOf, SHARED, serveShops } from './serve-sheets.ts';
import { SHEET_KINDS, sheet } from './sheet-kinds.ts';

const hasXsltproc = ((): boolean => {
  try {
    execFileSync('xsltproc', ['--version']);
    return true;
  } catch {
    return false;
  }
})();
if (!hasXsltproc)
  process.stderr.write(
    '\nSKIPPED: nothing is compared with xsltproc, which is not installed here (apt: xsltproc).\n\n',
  );

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What xsltproc gives, in UTF-8, without references, and with the declaration that replies have. */
async function byXsltproc(folder: string, name: string, xml: string): Promise<string> {
  const path = join(folder, 'message.xml');
  writeFileSync(path, xml);
  const { stdout } = await promisify(execFile)('xsltproc', [join(folder, name), path], {
    encoding: 'buffer',
  });
  const encoding = /^<\?xml[^>]*ISO-8859-1/.test(stdout.toString('latin1')) ? 'latin1' : 'utf8';
  const text = stdout
    .toString(encoding)
    .replace(/&#(x[\dA-F]+|\d+);/g, (_, code) => String.fromCodePoint(Number(code.replace('x', '0x'))));
  return DECLARATION + text.replace(/^<\?xml[^>]*\?>\s*/, '');
}

const PRODUCT = `<?xml version="1.0" encoding="UTF-8"?>
<connecteur>
  <reference>A&amp;1</reference> <nom>Théière</nom>
  <stock>3</stock><p_vente>1234.5</p_vente><poids>0.75</poids><actif>1</actif>
  <desc_longue><![CDATA[<p>Bonne & belle</p>]]></desc_longue><desc_courte/>
  <!-- de l'ERP --><categories_name_0>Cuisine</categories_name_0>
</connecteur>
`;

/** On an order, which has no white space between its elements, and is UTF-8 with a declaration. */
const WITHOUT_EFFECT = new Set([
  'copies all',
  'preserves some white space',
  'leaves the declaration out',
  'names another encoding',
]);

/** They leave no element `reference`: refused, whoever applied the sheet. */
const WITHOUT_REFERENCE = new Set(['writes XML as text', 'makes attributes of elements']);

/** What the shop has before the message comes. */
const BEFORE = '<connecteur><reference>A&amp;1</reference><nom>Pot</nom><stock>90</stock></connecteur>';

describe.skipIf(!hasXsltproc).each(Object.entries(SHEET_KINDS))('a sheet that %s', (kind, body) => {
  const sheets = { 'orders.reply.xsl': sheet(body), 'update_product.request.xsl': sheet(body) };
  let folder: string;
  let shops: Awaited<ReturnType<typeof serveShops>>;
  beforeAll(async () => {
    folder = folderOf({ ...SHARED, ...sheets }, afterAll);
    shops = await serveShops([{ name: 'plain' }, { name: 'sheets', sheets }], {}, afterAll);
  });

  test('gives the ERP the order that xsltproc gives', async () => {
    const { ask, store } = shops;
    for (const name of ['plain', 'sheets'])
      await (await store(name)).placeOrder(order('7', { carrier: 'Colissimo été' }));
    const request = '<connecteur><id>7</id></connecteur>';
    const plain = await ask('plain', 'orders', request);
    expect(plain).toContain('Colissimo été');
    const transformed = await ask('sheets', 'orders', request);
    expect(transformed).toBe(await byXsltproc(folder, 'orders.reply.xsl', plain));
    expect(transformed === plain).toBe(WITHOUT_EFFECT.has(kind));
  });

  test('has the shop save the product that xsltproc gives', async () => {
    const { ask, store } = shops;
    const products = (name: string) =>
      store(name).then(async ({ products: all }) => (await Array.fromAsync(all())).flat());
    for (const name of ['plain', 'sheets']) await ask(name, 'add_product', BEFORE);
    const before = await products('sheets');
    const transformed = await byXsltproc(folder, 'update_product.request.xsl', PRODUCT);
    const replies = [
      await ask('plain', 'update_product', transformed),
      await ask('sheets', 'update_product', PRODUCT),
    ];
    expect(replies[1]).toBe(replies[0]);
    expect(replies[0]?.includes('<error>')).toBe(WITHOUT_REFERENCE.has(kind));
    const after = await products('sheets');
    expect(after).toEqual(await products('plain'));
    expect(isDeepStrictEqual(after, before)).toBe(WITHOUT_REFERENCE.has(kind));
  });
});
