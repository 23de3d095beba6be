import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { LEAVES, leaf, node, shape, type XmlElement } from './element.ts';
import { plain } from './testing/reading.ts';
import { escapeAttribute, escapeText, writeDocument, writeElement, XML_DECLARATION } from './writer.ts';

test('text and attributes are escaped', () => {
  expect(escapeText('a&b<c>d"e\'\r\n\t')).toBe('a&amp;b&lt;c&gt;d"e\'&#13;\n\t');
  expect(escapeAttribute('a"b\r\n\t')).toBe('a&quot;b&#13;&#10;&#9;');
});

test('what XML forbids becomes U+FFFD', () => {
  expect(escapeText('a\0b\x0b\uffff\ud800c😀')).toBe('a\ufffdb\ufffd\ufffd\ufffdc😀');
});

test('an empty element is short, and names are written as they are', () => {
  expect(
    writeElement(node('connecteur', [leaf('update_product', ''), leaf('libellé', 'x')], { a: '1' })),
  ).toBe('<connecteur a="1"><update_product/><libellé>x</libellé></connecteur>');
});

test.each([
  ['É&O-1', 'É&amp;O-1'],
  ['AB 12/L', 'AB 12/L'],
  ['7412', '7412'],
  ['AB/', 'AB&#47;'],
  ['/AB', '&#47;AB'],
  ['a="1"', 'a&#61;&quot;1&quot;'],
])('the SKU %s is the name %s', (name, written) => {
  expect(writeElement(leaf(name, 'x'))).toBe(`<${written}>x</${written}>`);
});

test('a name of nothing is a fault of ours', () => {
  expect(() => writeElement(leaf('', ''))).toThrow('internal');
});

const legalText = fc
  .string({ unit: 'binary', maxLength: 20 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
  .filter((text) => !/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text));
const name = fc.constantFrom(
  'nom',
  'Prix.HT',
  'libellé',
  'prix public',
  'R&D',
  '2prix',
  '__proto__',
  'a="1"',
  'a/',
);
const attributes = fc.dictionary(fc.constantFrom('ref', 'src', 'réf'), legalText, { maxKeys: 2 });
const field = fc
  .tuple(name, attributes, legalText)
  .map(([named, given, text]): XmlElement => ({ ...leaf(named, text), attributes: given }));
const sku = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'A1 /\\&;<>=\'"!?-') }),
  )
  .map((text) => `${text}x${text}`.trim());
const message = fc
  .tuple(fc.array(field, { maxLength: 4 }), fc.uniqueArray(sku, { maxLength: 4 }))
  .map(([fields, skus]) =>
    node('connecteur', [
      ...fields,
      node(
        'gammes',
        skus.map((id) => node(id, [leaf('q', '1')])),
      ),
    ]),
  );

const MESSAGE = shape({ connecteur: shape({ gammes: shape({}, { others: LEAVES, verbatimNames: true }) }) });

test('what is written is read again', () => {
  fc.assert(
    fc.property(message, (element) => {
      const result = readDocument(Buffer.from(writeDocument(element)), MESSAGE);
      expect(result.ok ? plain(result.value) : result.problem).toEqual(plain(element));
    }),
    { numRuns: 500 },
  );
});

test('what is written is well-formed to a strict parser', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(attributes, fc.string({ unit: 'binary' })), { maxLength: 4 }), (leaves) => {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      const fields = leaves.map(([given, text]) => ({ ...leaf('nom', text), attributes: given }));
      const document = writeDocument(node('connecteur', fields));
      expect(document.startsWith(XML_DECLARATION)).toBe(true);
      parser.write(document).close();
    }),
  );
});
