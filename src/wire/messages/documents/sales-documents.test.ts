import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  DocumentFile,
  SalesDocumentChange,
  SalesDocumentContent,
} from '../../../domain/sales-document.ts';
import { code, customFields, label, some, text } from '../testing/arbitraries.ts';
import { orderDocument } from '../testing/order-arbitraries.ts';
import { decodedValue, PLAIN_OPTIONS, posted, readXml, sent } from '../testing/round-trip.ts';
import { addOrderCodec } from './add-order.ts';
import { documentPushCodec, isDocumentPush } from './document-push.ts';

const PDF = Uint8Array.from(Buffer.from('%PDF-1.4 facture'));

const file: fc.Arbitrary<DocumentFile> = fc.constantFrom(
  { type: 'application/pdf', bytes: PDF },
  { type: 'text/html', bytes: Uint8Array.from(Buffer.from('<html>é</html>')) },
);
const number = fc
  .tuple(fc.constantFrom('FA', 'BC', 'CM', 'BL', 'DE', 'AV', ''), fc.stringMatching(/^[0-9]{3,8}$/))
  .map((parts) => parts.join(''));
const types = {
  FA: 'invoice',
  BC: 'order',
  CM: 'order',
  BL: 'delivery_note',
  DE: 'quote',
  AV: 'credit_note',
};

describe('add_order', () => {
  const read = (inside: string, variables = {}) =>
    addOrderCodec.decodeRequest(
      posted(variables, readXml(`<connecteur>${inside}</connecteur>`, addOrderCodec.requestShape)),
      PLAIN_OPTIONS,
    );

  test.each([
    ['<order><commande><reference> FA1 </reference></commande></order>', 'FA1', 'invoice'],
    ['<order><commande><numero>BL2</numero></commande></order>', 'BL2', 'delivery_note'],
    ['<order><commande><reference/><id>AV3</id></commande></order>', 'AV3', 'credit_note'],
    ['<order><numero>de4</numero></order>', 'de4', 'quote'],
    ['<order><id>17</id></order>', '17', 'other'],
  ])('the number of %s', (inside, expected, type) => {
    expect(read(inside)).toEqual({ ok: true, value: { number: expected, type }, warnings: [] });
  });

  test('without a number the error names the field', () => {
    expect(read('<order><commande><date_add>2020-01-01</date_add></commande></order>')).toEqual({
      ok: false,
      problem: { reason: 'field_missing', entity: 'order', field: 'commande/reference' },
    });
    expect(read('<reference>FA1</reference>')).toMatchObject({ problem: { field: 'order' } });
  });

  test('a bare <order> and the number in a POST variable will do', () => {
    const root = readXml(
      '<order><livraison><city>Metz</city></livraison></order>',
      addOrderCodec.requestShape,
    );
    expect(addOrderCodec.decodeRequest(posted({ numero: 'BC9' }, root), PLAIN_OPTIONS)).toMatchObject({
      ok: true,
      value: { number: 'BC9', type: 'order', content: { delivery: { city: 'Metz' }, lines: [] } },
    });
  });

  test('what has no name here is kept with its place', () => {
    expect(
      read(
        '<order><livraison><etage>3</etage></livraison><commande><reference>FA1</reference><id>88</id></commande>' +
          '<produits><product/><product><xx_lot>L1</xx_lot></product></produits><xx_a>b</xx_a></order>',
      ),
    ).toMatchObject({
      value: {
        content: {
          customFields: { xx_a: 'b', 'livraison/etage': '3', 'commande/id': '88', 'produits/2/xx_lot': 'L1' },
        },
      },
    });
  });

  test.each(['id_order', 'ORDER_ID', 'id_commande'])('%s is the order that the piece comes of', (name) => {
    const piece = read(
      `<order><commande><reference>FA1</reference><${name}> 51 </${name}></commande><produits/></order>`,
    );
    expect(piece).toMatchObject({ value: { number: 'FA1', content: { orderId: '51' } } });
    expect(piece).not.toHaveProperty('value.content.customFields');
    if (!piece.ok) throw new Error('refused');
    const { document } = addOrderCodec.encodeRequest(piece.value, PLAIN_OPTIONS);
    expect(addOrderCodec.decodeRequest(posted({}, document), PLAIN_OPTIONS)).toEqual(piece);
  });

  test('the piece to make is read by its code; a code that is not known is kept with its place', () => {
    const content = (codes: string) =>
      read(`<order><commande><reference>FA1</reference>${codes}</commande></order>`);
    expect(content('<type>23</type><statut> 2 </statut>')).toMatchObject({
      value: { content: { documentType: 'invoice', documentState: 'to_prepare' } },
    });
    expect(content('<type>99</type><statut>9</statut>')).toMatchObject({
      value: { content: { customFields: { 'commande/type': '99', 'commande/statut': '9' } } },
    });
  });

  test('a pdf that is neither PDF nor HTML is refused, naming the piece', () => {
    const order = (pdf: string) =>
      read(`<order><commande><reference>FA1</reference></commande><pdf>${pdf}</pdf></order>`);
    expect(order('é')).toMatchObject({ problem: { reason: 'not_base64', record: 'FA1', field: 'pdf' } });
    expect(order('XXXXXXXXXX')).toMatchObject({ problem: { reason: 'not_a_file', record: 'FA1' } });
    expect(order('')).toMatchObject({ ok: true });
  });

  test('what our connector sends of a piece is what our server reads', () => {
    const withoutOrderFields = orderDocument.map(({ reference: _, excluded: __, ...content }) => content);
    const content: fc.Arbitrary<SalesDocumentContent> = fc
      .tuple(withoutOrderFields, some({ customFields }), some({ extra: text }))
      .map(([document, custom, { extra }]) => ({
        ...document,
        ...custom,
        ...(extra ? { customFields: { 'produits/1/xx_lot': extra, 'client/xx_rang': extra } } : {}),
      }));
    const change: fc.Arbitrary<SalesDocumentChange> = fc
      .tuple(number, some({ content, file }))
      .map(([value, more]) => ({
        number: value,
        type: (types as Record<string, SalesDocumentChange['type']>)[value.slice(0, 2)] ?? 'other',
        ...more,
      }));
    fc.assert(
      fc.property(change, (document) => {
        const request = addOrderCodec.encodeRequest(document, PLAIN_OPTIONS);
        expect(addOrderCodec.decodeRequest(sent(request, addOrderCodec.requestShape), PLAIN_OPTIONS)).toEqual(
          { ok: true, value: document, warnings: [] },
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('the documents push', () => {
  test('is known by what it has and what it lacks', () => {
    expect(isDocumentPush(['key', 'pdf'])).toBe(true);
    expect(isDocumentPush(['key', 'email', 'oid'])).toBe(true);
    expect(isDocumentPush(['key', 'email'])).toBe(false);
    expect(isDocumentPush(['key', 'pdf', 'data'])).toBe(false);
    expect(isDocumentPush(['resource', 'pdf'])).toBe(false);
  });

  test('what our connector pushes is what our server reads', () => {
    const change: fc.Arbitrary<SalesDocumentChange> = fc
      .tuple(
        fc.record({
          number: code,
          type: fc.constantFrom('quote', 'order', 'delivery_note', 'invoice', 'credit_note', 'other'),
          file,
        }),
        some({ email: label, erpId: code }),
      )
      .map(([always, optional]) => ({ ...always, ...optional }));
    fc.assert(
      fc.property(change, (document) => {
        const request = documentPushCodec.encodeRequest(document, PLAIN_OPTIONS);
        expect(decodedValue(documentPushCodec.decodeRequest(request, PLAIN_OPTIONS))).toEqual(document);
      }),
    );
  });

  test.each([
    [{ type: 'Facture' }, 'invoice'],
    [{ type: '22' }, 'delivery_note'],
    [{ type: '?' }, 'credit_note'],
    [{}, 'credit_note'],
  ])('the type in %o', (variables, type) => {
    const request = posted({ reference: 'AV12', pdf: Buffer.from(PDF).toString('base64'), ...variables });
    expect(documentPushCodec.decodeRequest(request, PLAIN_OPTIONS)).toMatchObject({
      ok: true,
      value: { type },
    });
  });

  test('without a reference the ERP’s id is the number; without either, or a file, it is refused', () => {
    const pdf = Buffer.from(PDF).toString('base64');
    const read = (variables: Record<string, string>) =>
      documentPushCodec.decodeRequest(posted(variables), PLAIN_OPTIONS);
    expect(read({ oid: '4711', pdf })).toMatchObject({ value: { number: '4711', erpId: '4711' } });
    expect(read({ pdf })).toMatchObject({ problem: { reason: 'field_missing', field: 'reference' } });
    expect(read({ reference: 'FA1', email: 'a@b.fr' })).toMatchObject({
      problem: { reason: 'field_missing', record: 'FA1', field: 'pdf' },
    });
  });
});
