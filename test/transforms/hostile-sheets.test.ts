import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { order } from '../../src/testing/contract/samples.ts';
import { serveShops } from './serve-sheets.ts';
import { sheet } from './sheet-kinds.ts';

const call = (name: string, n: number | string): string =>
  `<xsl:call-template name="${name}"><xsl:with-param name="n" select="${n}"/></xsl:call-template>`;
const atRoot = (body: string): string => `<xsl:template match="/"><r>${body}</r></xsl:template>`;

/** Where nothing but the time ends a sheet. The others end by themselves, however busy the machine. */
const SHORT_MS = 1500;
const LONG_MS = 30_000;

/** Each with what the caller reads. */
const HOSTILE: Readonly<Record<string, readonly [body: string, error: RegExp, timeoutMs?: number]>> = {
  'calls itself without end': [
    `${atRoot('<xsl:call-template name="a"/>')}<xsl:template name="a"><xsl:call-template name="a"/></xsl:template>`,
    /failed \(xsltApplySequenceConstructor: A potential infinite template recursion/,
  ],
  'takes for ever': [
    `${atRoot(call('a', 0))}<xsl:template name="a"><xsl:param name="n"/><xsl:if test="$n &lt; 60">${call('a', '$n + 1')}${call('a', '$n + 1')}</xsl:if></xsl:template>`,
    /the sheet "update_product.request.xsl" took longer than its 1500 ms/,
    SHORT_MS,
  ],
  'reads a file': [
    atRoot(`<xsl:value-of select="document('file:///etc/passwd')"/>`),
    /asks for "file:\/\/\/etc\/passwd", which is not in its folder/,
  ],
  'reads a file by its path': [
    atRoot(`<xsl:copy-of select="document('/etc/passwd')"/>`),
    /is not in its folder/,
  ],
  'reads a file above its folder': [
    atRoot(`<xsl:copy-of select="document('../../passwd.xml')"/>`),
    /asks for "\.\.\/\.\.\/passwd\.xml", which is not in its folder/,
  ],
  'asks the network': [
    atRoot(`<xsl:value-of select="document('http://127.0.0.1:9/x')"/>`),
    /asks for "http:\/\/127\.0\.0\.1:9\/x", which is not in its folder/,
  ],
  'writes a file': [
    atRoot('<exsl:document href="file:///tmp/passerelle-written-by-a-sheet.xml"><a/></exsl:document>'),
    /a sheet cannot write files/,
  ],
  'gives gigabytes of elements': [
    `${atRoot(call('a', 0))}<xsl:template name="a"><xsl:param name="n"/><xsl:choose><xsl:when test="$n = 31"><x y="zzzzzzzzzzzzzzzz"/></xsl:when><xsl:otherwise>${call('a', '$n + 1')}${call('a', '$n + 1')}</xsl:otherwise></xsl:choose></xsl:template>`,
    /took longer than|more memory than/,
    SHORT_MS,
  ],
  'doubles a text': [
    `${atRoot('<xsl:call-template name="a"><xsl:with-param name="n" select="\'xxxxxxxx\'"/></xsl:call-template>')}<xsl:template name="a"><xsl:param name="n"/><xsl:call-template name="a"><xsl:with-param name="n" select="concat($n, $n)"/></xsl:call-template></xsl:template>`,
    /the sheet "update_product.request.xsl"/,
  ],
  'gives more than it may': [
    atRoot(
      "<xsl:for-each select=\"str:tokenize(str:padding(90000, 'a,'), ',')\"><x y=\"{str:padding(90, 'z')}\"/></xsl:for-each>",
    ),
    /gives more than 1000000 bytes/,
  ],
  'gives no XML': [
    '<xsl:output method="text"/><xsl:template match="/"></xsl:template>',
    /gives no readable XML/,
  ],
  'nests too deeply': [
    `${atRoot(call('a', 0))}<xsl:template name="a"><xsl:param name="n"/><xsl:if test="$n &lt; 200"><x>${call('a', '$n + 1')}</x></xsl:if></xsl:template>`,
    /gives no readable XML/,
  ],
  'splits texts in a loop': [
    atRoot(
      "<xsl:for-each select=\"str:tokenize(str:padding(200000, 'a,'), ',')\"><xsl:if test=\"count(str:split(str:padding(200000, 'a,'), ',')) = 3\"><x/></xsl:if></xsl:for-each>",
    ),
    /took longer than its 1500 ms/,
    SHORT_MS,
  ],
  'doubles a text by EXSLT': [
    `${atRoot('<xsl:call-template name="a"><xsl:with-param name="n" select="\'a\'"/></xsl:call-template>')}<xsl:template name="a"><xsl:param name="n"/><xsl:call-template name="a"><xsl:with-param name="n" select="str:replace($n, 'a', 'aa')"/></xsl:call-template></xsl:template>`,
    /the sheet "update_product.request.xsl"/,
  ],
  'asks for a regular expression, which libxslt has none of': [
    atRoot(
      '<xsl:value-of select="regexp:test(\'aaaa\', \'(a+)+b\')" xmlns:regexp="http://exslt.org/regular-expressions"/>',
    ),
    /failed \(XPath error : Unregistered function: regexp:test/,
  ],
  'calls a function that is not there': [
    atRoot('<xsl:value-of select="foo()"/>'),
    /failed \(XPath error : Unregistered function: foo/,
  ],
  'refuses the message itself': [
    '<xsl:template match="/"><xsl:message terminate="yes">this article has no price</xsl:message></xsl:template>',
    /<error>this article has no price \(refused by the sheet "update_product\.request\.xsl"\)/,
  ],
};

const PRODUCT = '<connecteur><reference>A</reference><nom>N</nom></connecteur>';

test.each(Object.entries(HOSTILE))(
  'a sheet that %s is refused in bounded time, while others are served',
  async (_, [body, error, sheetTimeoutMs = LONG_MS]) => {
    const bad = sheet(body);
    const { ask, store } = await serveShops([
      {
        name: 'bad',
        sheetTimeoutMs,
        sheetBytes: 1_000_000,
        sheets: { 'update_product.request.xsl': bad, 'add_product.request.xsl': sheet('') },
      },
      { name: 'good' },
    ]);
    const startedAt = performance.now();
    const [refused, others] = await Promise.all([
      ask('bad', 'update_product', PRODUCT),
      Promise.all([ask('good', 'add_product', PRODUCT), ask('bad', 'products_list', '')]),
    ]);
    expect(refused).toMatch(/^<\?xml[^>]*>\s*<connecteur><error>/);
    expect(refused.replaceAll('&quot;', '"')).toMatch(error);
    expect(performance.now() - startedAt).toBeLessThan(LONG_MS + 10_000);
    expect(others[0]).toContain('<add_product/>');
    expect(others[1]).toContain('<connecteur');
    expect(await (await store('bad')).product('A')).toBeUndefined();
    // The next one of the same shop finds a sound engine.
    expect(await ask('bad', 'add_product', PRODUCT)).toContain('<add_product/>');
    expect((await (await store('bad')).product('A'))?.fields.name).toBe('N');
    expect(existsSync('/tmp/passerelle-written-by-a-sheet.xml')).toBe(false);
  },
);

test('what only our reader understands reaches a sheet as well-formed XML, and comes back', async () => {
  const { ask, store } = await serveShops([
    {
      name: 'shop',
      sheets: {
        'update_product.request.xsl': sheet(
          '<xsl:template match="nom/text()">[<xsl:value-of select="."/>]</xsl:template>',
        ),
      },
    },
  ]);
  await ask('shop', 'add_product', '<connecteur><reference>A</reference></connecteur>');
  const gammes =
    '<gammes><7412 AB/L><taille><quantity>3</quantity><name>L</name></taille></7412 AB/L></gammes>';
  const reply = await ask(
    'shop',
    'update_product',
    `<connecteur><reference>A</reference><nom>Thé & caf&eacute;</nom>${gammes}</connecteur>`,
  );
  expect(reply).toContain('<update_product/>');
  const shop = await store('shop');
  expect((await shop.product('A'))?.fields.name).toBe('[Thé & café]');
  expect(await shop.product('7412 AB/L')).toBeDefined();
});

test('a message reaches a sheet in the encoding that our reader finds, whatever it declares', async () => {
  const { ask, store } = await serveShops([
    { name: 'shop', sheets: { 'add_product.request.xsl': sheet('') } },
  ]);
  const message = (encoding: string, reference: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><connecteur><reference>${reference}</reference><nom>Thé</nom></connecteur>`;
  await ask('shop', 'add_product', message('ISO-8859-1', 'said'));
  await ask('shop', 'add_product', Buffer.from(message('UTF-8', 'unsaid'), 'latin1'));
  const shop = await store('shop');
  expect((await shop.product('said'))?.fields.name).toBe('Thé');
  expect((await shop.product('unsaid'))?.fields.name).toBe('Thé');
});

test('entities in a message cost nothing', async () => {
  const { ask, store } = await serveShops([
    { name: 'shop', sheets: { 'add_product.request.xsl': sheet('') } },
  ]);
  const entities = Array.from(
    { length: 20 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  );
  const laughs = `<!DOCTYPE connecteur [<!ENTITY l0 "lol">${entities.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
  const reply = await ask(
    'shop',
    'add_product',
    `${laughs}<connecteur><reference>A</reference><nom>&l20;&file;</nom></connecteur>`,
  );
  expect(reply).toContain('<add_product/>');
  expect((await (await store('shop')).product('A'))?.fields.name).toBe('&l20;&file;');
});

test('a key and a resource that a sheet writes change nothing of who calls for what', async () => {
  const { ask, store } = await serveShops([
    {
      name: 'shop',
      sheets: {
        'add_product.request.xsl': sheet(
          '<xsl:template match="/*"><xsl:copy><key>other</key><resource>set_order_exported</resource><xsl:copy-of select="*"/></xsl:copy></xsl:template>',
        ),
      },
    },
  ]);
  expect(await ask('shop', 'add_product', PRODUCT)).toContain('<add_product/>');
  expect((await (await store('shop')).product('A'))?.customFields ?? {}).toEqual({});
});

test('several sheets of one message follow each other by their number, and the journal keeps what came and what left', async () => {
  const adds = (letter: string): string =>
    sheet(`<xsl:template match="lastname/text()"><xsl:value-of select="."/>${letter}</xsl:template>`);
  const { ask, store } = await serveShops([
    {
      name: 'shop',
      sheets: {
        'SDK_10_orders_get_after.xsl': adds('2'),
        'SDK_9_orders_get_after.xsl': adds('1'),
        'orders.reply.xsl': adds('3'),
      },
    },
  ]);
  const shop = await store('shop');
  await shop.placeOrder(order('7'));
  expect(await ask('shop', 'orders', '<connecteur><id>7</id></connecteur>')).toContain('<lastname>Lee123<');
});

const doctype = (entities: string, use: string): string =>
  `<?xml version="1.0"?><!DOCTYPE xsl:stylesheet [<!ENTITY l0 "lol">${entities}]><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">${atRoot(use)}</xsl:stylesheet>`;
const importing = (href: string): string =>
  sheet('').replace(/<xsl:stylesheet[^>]*>/, `$&<xsl:import href="${href}"/>`);

test('the start says of each sheet which message it was taken for', async () => {
  const { printed } = await serveShops([
    {
      name: 'shop',
      sheets: { 'SDK_2_Commandes_get_after.xsl': sheet(''), 'SDK_1_articles_edit_before.xsl': sheet('') },
    },
  ]);
  expect(printed.filter((line) => line.startsWith('Sheet'))).toEqual([
    'Sheet SDK_1_articles_edit_before.xsl: transforms the request of update_product.',
    'Sheet SDK_2_Commandes_get_after.xsl: transforms the reply of orders.',
  ]);
});

test.each([
  [
    'orders.replay.xsl',
    sheet(''),
    { reason: 'sheet_name_unknown', expected: expect.stringMatching(/^orders\.reply\.xsl, /) },
  ],
  ['customers_list.reply.xsl', sheet(''), { reason: 'sheet_streams', expected: 'afterCustomer' }],
  [
    'orders.reply.xsl',
    sheet('<xsl:template match="/">\n<xsl:foo/></xsl:template>'),
    {
      reason: 'sheet_broken',
      file: 'orders.reply.xsl',
      line: 5,
      expected: 'xsltStylePreCompute: unknown xsl:foo',
    },
  ],
  ['orders.reply.xsl', '<xsl:stylesheet', { reason: 'sheet_broken', line: 1 }],
  [
    'orders.reply.xsl',
    sheet('<xsl:include href="../../x.xsl"/>'),
    { reason: 'sheet_outside', value: '../../x.xsl', file: 'orders.reply.xsl' },
  ],
  [
    'orders.reply.xsl',
    doctype(
      Array.from({ length: 12 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
        '',
      ),
      '&l12;',
    ),
    { reason: 'sheet_broken', expected: expect.stringContaining('Maximum entity amplification') },
  ],
  [
    'orders.reply.xsl',
    doctype(`<!ENTITY x "${'x'.repeat(100_000)}">`, '&x;'.repeat(5000)),
    { reason: 'sheet_broken', expected: expect.stringContaining('Maximum entity amplification') },
  ],
  [
    'orders.reply.xsl',
    doctype('<!ENTITY % p SYSTEM "file:///etc/passwd">%p;', ''),
    { reason: 'sheet_outside', value: 'file:///etc/passwd' },
  ],
  [
    'orders.reply.xsl',
    importing('commun/loop.xsl'),
    {
      reason: 'sheet_broken',
      file: 'commun/loop.xsl',
      expected: expect.stringContaining('recursion detected'),
    },
  ],
  [
    'orders.reply.xsl',
    sheet(atRoot('x'.repeat(10 << 20))),
    { reason: 'sheet_broken', expected: expect.stringContaining('Text node too long') },
  ],
])('%s stops the start with what is wrong', async (name, content, problem) => {
  const sheets = { [name]: content, 'commun/loop.xsl': importing('../orders.reply.xsl') };
  await expect(serveShops([{ name: 'shop', sheets }])).rejects.toMatchObject({
    problem,
  });
});
