import { hash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Transformations } from '../../src/domain/transformation.ts';
import { type BundleOptions, bundle } from '../../src/replay/bundle/bundle.ts';
import { redactedText } from '../../src/replay/bundle/personal.ts';
import { createPseudonyms } from '../../src/replay/bundle/pseudonyms.ts';
import { redactedXml } from '../../src/replay/bundle/redact-xml.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { DIALECTS, type TestPlace, testPlace } from '../store/dialects.ts';
import { KEY } from '../support/endpoint.ts';
import { openRecordedShop, type RecordedShop } from '../support/recorded-shop.ts';

const OTHER_KEY = 'bguauaiqs5tbhznfbxpfmtmwdz6bb32l';
const TOKEN = 'pst_bguauaiqs5tbhznfbxpfmtmwdz6bb32l';
const EMAIL = 'zoe.martin@example.org';

describe.each(DIALECTS)('a bundle from %s', (dialect) => {
  let place: TestPlace;
  let shop: RecordedShop;
  beforeEach(async () => {
    place = await testPlace(dialect);
    shop = await openRecordedShop(place.options);
  });
  afterEach(async () => {
    await shop.close();
    await place.remove();
  });

  async function unpacked(ids: readonly string[], changes: Partial<BundleOptions> = {}) {
    const chunks = await Array.fromAsync(
      bundle(ids, {
        journal: shop.opened.journal,
        language: 'en',
        timeZone: 'Europe/Paris',
        isRedacted: true,
        secrets: { digests: [hash('sha256', OTHER_KEY)], literals: [KEY] },
        about: { passerelle: '1', decorators: [OTHER_KEY] },
        now: new Date(Date.UTC(2026, 5, 1)),
        ...changes,
      }),
    );
    const files = Object.entries(unzipSync(Buffer.concat(chunks)));
    return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
  }

  /** Customers, orders, documents and products, as connectors send them, with people in every corner. */
  async function recordedRun(): Promise<readonly string[]> {
    await shop.opened.shopSide?.placeOrder(
      order('7', {
        state: 'paid',
        customer: { id: '9', lastName: 'Martin', firstName: 'Zoé', email: EMAIL },
        delivery: {
          country: 'FR',
          lastName: 'Martin',
          firstName: 'Zoé',
          address1: '3 rue des Lilas',
          postcode: '57000',
          city: 'Villers',
          phone: '+33 6 12 34 56 78',
        },
      }),
    );
    const data = (xml: string) => ['data', `<connecteur>${xml}</connecteur>`] as const;
    const customer = (discount: string) =>
      data(
        `<key>${KEY}</key><clients><client><codetiers>C77</codetiers><nom><![CDATA[Martin]]></nom><prenom>Zo&#233;</prenom>
        <email>${EMAIL.toUpperCase()}</email><telephone>0612345678</telephone><tauxderemise>${discount}</tauxderemise>
        <contacts><contact><nom>Durand</nom><email>durand@example.org</email><portable>06.98.76.54.32</portable></contact></contacts>
        <xx_loyalty>Carte de Zoé</xx_loyalty><!-- ask Zoé --></client></clients>`,
      );
    const sent = [
      await shop.send(['resource', 'add_customer'], customer('5')),
      await shop.send(['resource', 'add_customer'], customer('Martin')),
      await shop.send(['resource', 'update_product'], customer('5')),
      await shop.send(['resource', 'customers_list']),
      await shop.send(['resource', 'orders'], ['id', '7']),
      await shop.send(['resource', 'orders'], ['id', EMAIL]),
      await shop.send(['resource', 'set_order_exported'], ['id', '7']),
      await shop.send(
        ['email', EMAIL],
        ['oid', '4'],
        ['reference', 'FA4'],
        ['pdf', Buffer.from('%PDF-1.4\n%%EOF')],
      ),
      await shop.send(
        ['resource', 'add_product'],
        data(
          `<reference>0612345678</reference><nom>Lamp &lt;script&gt;alert(1)&lt;/script&gt;</nom>
          <description>Ask ${EMAIL}, +33 (0)6 12 34 56 78 or 06 12 34 56 78; ${TOKEN} ${OTHER_KEY}</description>`,
        ),
      ),
    ];
    await shop.settled();
    return sent.map(({ id }) => id);
  }

  test('holds no key, no token, and nothing that tells who a person is', async () => {
    const files = await unpacked(await recordedRun());
    expect(Object.keys(files).slice(0, 4)).toEqual([
      'about.json',
      'exchanges/0001/exchange.json',
      'exchanges/0001/request.xml',
      'exchanges/0001/reply.xml',
    ]);
    const text = Object.entries(files)
      .map(([name, content]) => `${name}\n${content}`)
      .join('\n');
    for (const secret of [KEY, OTHER_KEY, TOKEN]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/martin|durand|zo(é|&#233;)|lilas|villers|57000|10\.0\.0\.1|example\.org/i);
    const articles = /<reference>0612345678<|"0612345678"|>0612345678<|product 0612345678/g;
    expect(text.replace(articles, '')).not.toMatch(/0?6[ .]?12[ .]?34[ .]?56[ .]?78|98[ .]?76[ .]?54/);
    // What a fault is looked for in is there.
    expect(files['exchanges/0001/request.xml']).toContain('<codetiers>C77</codetiers>');
    expect(files['exchanges/0001/request.xml']).toContain('<tauxderemise>5</tauxderemise>');
    expect(files['exchanges/0005/reply.xml']).toContain('<pays>FR</pays>');
    expect(files['exchanges/0009/request.xml']).toContain('<reference>0612345678</reference>');
    expect(files['index.html']).toContain('product 0612345678 created');
    expect(files['index.html']).not.toContain('<script');
    expect(JSON.parse(files['exchanges/0008/request.json'] ?? '')).toMatchObject({
      reference: 'FA4',
      oid: '4',
    });
  });

  test('shows what was transformed, and nobody’s name in it', async () => {
    const { id, ...exchange } = await shop.send(['resource', 'orders'], ['id', '7']);
    const about = { entity: 'order', record: '7', moment: 'afterOrder' } as const;
    const transformed: Transformations = {
      count: 3,
      kept: [
        {
          ...about,
          name: 'hooks.ts afterOrder',
          outcome: 'changed',
          changes: [
            { path: 'delivery.lastName', before: 'Martin', after: 'MARTIN' },
            { path: 'carrier', before: 'Colissimo', after: 'DPD' },
            { path: 'customFields.client/xx_note', after: 'ask Zoé' },
          ],
        },
        {
          name: 'orders.reply.xsl',
          moment: 'reply',
          outcome: 'changed',
          said: 'Martin came',
          difference: [
            { kind: 'removed', text: '  <lastname>Martin</lastname>' },
            { kind: 'added', text: '  <livreur>DPD</livreur><lastname>Zoé</lastname>' },
            { kind: 'same', text: 'and Zoé' },
          ],
        },
        {
          ...about,
          name: 'hooks.ts afterOrder',
          outcome: 'dropped',
          problem: { reason: 'hook_dropped', record: '7' },
        },
      ],
    };
    const again = `${id.slice(0, -1)}${id.endsWith('0') ? 1 : 0}`;
    await shop.opened.journal.recordExchange({ ...exchange, id: again, transformed });
    const files = await unpacked([again]);
    const { transformed: shown } = JSON.parse(files['exchanges/0001/exchange.json'] ?? '');
    expect(JSON.stringify(shown)).not.toMatch(/martin|zoé/i);
    expect(shown.kept[0].changes[1]).toEqual({ path: 'carrier', before: 'Colissimo', after: 'DPD' });
    expect(shown.kept[1].difference[1].text).toMatch(
      /^ {2}<livreur>DPD<\/livreur><lastname>\[name \d+\]<\/lastname>$/,
    );
    expect(shown.kept[2]).toMatchObject({ record: '7', problem: { reason: 'hook_dropped' } });
  });

  test('names the same person by the same word in every message', async () => {
    const files = await unpacked(await recordedRun());
    const [email] = /person\d+@example\.invalid/.exec(files['exchanges/0001/request.xml'] ?? '') ?? [];
    expect(email).toBeDefined();
    for (const name of ['0005/reply.xml', '0008/request.json', '0009/request.xml'])
      expect(files[`exchanges/${name}`]).toContain(email);
    const [surname] = /\[name \d+\]/.exec(files['exchanges/0001/request.xml'] ?? '') ?? [];
    expect(files['exchanges/0005/reply.xml']).toContain(surname);
  });

  test('is whole where that is asked for, keys masked all the same', async () => {
    const ids = await recordedRun();
    const files = await unpacked(ids, { isRedacted: false, language: 'fr' });
    expect(files['exchanges/0005/reply.xml']).toContain(EMAIL);
    expect(files['index.html']).toContain('données personnelles');
    const text = Object.values(files).join('\n');
    for (const secret of [KEY, OTHER_KEY, TOKEN]) expect(text).not.toContain(secret);
    await expect(unpacked(['nobody'])).rejects.toMatchObject({ problem: { reason: 'exchange_unknown' } });
  });
});

const FILE = `<pdf>blob:sha256:${'a'.repeat(64)}</pdf>`;

test.each([
  ['<client><nom>Mar', '<client><nom>[name 1]'],
  ['<client><nom>Martin', '<client><nom>[name 1]'],
  ['<nom><![CDATA[Mart', '<nom><![CDATA[[name 1]'],
  ['<nom a="<">x</nom>', '[text 1][text 2][text 3]</nom>'],
  ['<id>4</id>Martin<nom/>', '<id>4</id>[text 1]<nom/>'],
  ['<nom>Martin <b>Zoé</b> Durand</nom>', '<nom>[name 1]<b>[text 1]</b>[text 2]</nom>'],
  ['<!-- Martin --><nom></nom><!-- Mar', '<nom></nom>'],
  ['Martin', '[text 1]'],
  [FILE, FILE],
  [
    '<?xml version="1.0"?><client nom="Martin" id="4"/>',
    '<?xml version="1.0"?><client nom="[name 1]" id="4"/>',
  ],
  ['<client nom="Mar', '[text 1]'],
  ['<!DOCTYPE Martin>', '[text 1]'],
])('XML that is broken or cut hides as much: %s', (xml, expected) => {
  expect(redactedXml(xml, createPseudonyms())).toBe(expected);
});

test('a hostile text takes no longer than another', () => {
  const started = performance.now();
  redactedText('a'.repeat(1 << 20), createPseudonyms(), true);
  for (const piece of ['<', '<![CDATA[', '<!--', '<a', 'a@', '+1 ', '0612345678'])
    redactedText(
      redactedXml(piece.repeat(65_536 / piece.length), createPseudonyms()),
      createPseudonyms(),
      true,
    );
  expect(performance.now() - started).toBeLessThan(60_000);
});

test('articles whose codes look like numbers of telephones keep them', () => {
  const codes = '0612345678 0012345678905 +33 3760123456789';
  expect(redactedText('0612345678 0012345678905 3760123456789', createPseudonyms(), false)).toBe(
    '0612345678 0012345678905 3760123456789',
  );
  expect(redactedText(codes, createPseudonyms(), true)).toMatch(/^\[phone \d\] 0012345678905 /);
  expect(redactedText('0033 6 12 34 56 78, +33612345678', createPseudonyms(), false)).toBe(
    '[phone 1], [phone 2]',
  );
});
