import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import { readDocument } from './document.ts';
import { LEAVES, type Shape, shape, type XmlElement } from './element.ts';
import { readAll } from './testing/reading.ts';

const AXES: Shape = shape({}, { others: LEAVES, verbatimNames: true });
const MESSAGE = shape({
  gammes: shape({}, { others: AXES, verbatimNames: true }),
  traductions: shape({}, { others: LEAVES }),
  clients: shape({ client: shape({ contacts: shape({ contact: LEAVES }) }) }),
});
const SHAPE = shape({ ...MESSAGE.children, connecteur: MESSAGE });

const MESSAGES = [
  `<?xml version="1.0" encoding="UTF-8"?>
<connecteur><reference>AG00001</reference><description> Article gamme<br /></description>
<gammes><VOIT/0010> //SKU
<Couleur><name>Couleur</name><value>Bleu &amp; é</value></Couleur></VOIT/0010><AB 12/L/></AB 12/L/></gammes>
<traductions><en-gb><name><![CDATA[<b>]]></name></en-gb></traductions></connecteur>`,
  `<clients><client identifiant="BAGUES"><nom>Bague's en or</nom><prenom/> //facultatif
<conditionreglementid </conditionreglementid><contacts><contact><email>a@b.fr</email></contact></contacts>
<adresse>Rue t&#xAD25; dOr</ adresse ></client></clients>`,
  `<!DOCTYPE a [<!ENTITY b "c">]><!-- x --><connecteur><key>K</key><prix public>1</prix public></connecteur>`,
] as const;

const FRAGMENTS = [
  '<',
  '>',
  '/',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '&',
  ';',
  '"',
  "='",
  ' ',
  '\\',
  '\xe9',
  '\0',
  '<a>',
  '</a>',
  '<VOIT/0010>',
  '</gammes>',
  '<connecteur>',
];

const mutation = fc.record({
  at: fc.nat(700),
  removed: fc.nat(12),
  added: fc.constantFrom('', ...FRAGMENTS),
});
const mutated = fc
  .tuple(fc.constantFrom(...MESSAGES), fc.array(mutation, { maxLength: 6 }))
  .map(([message, mutations]) =>
    mutations.reduce<string>((text, { at, removed, added }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + added + text.slice(place + removed);
    }, message),
  );
const encoded = fc
  .tuple(mutated, fc.constantFrom('utf8' as const, 'latin1' as const, 'utf16le' as const))
  .map(([text, encoding]) => Buffer.from(text, encoding));

const chunked = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

/** Names, values and lines, for a comparison. */
const outline = (element: XmlElement): unknown[] => [
  element.name,
  { ...element.attributes },
  element.text,
  element.line,
  element.children.map(outline),
];

test('whatever becomes of a message, it is read or refused with a reason', () => {
  fc.assert(
    fc.property(encoded, (bytes) => {
      const result = readDocument(bytes, SHAPE);
      if (!result.ok) expect(result.problem.reason).toMatch(/^xml_/);
    }),
    { numRuns: 3000 },
  );
});

test('and refused or read alike however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, fc.integer({ min: 1, max: 40 }), async (text, size) => {
      const bytes = Buffer.from(text);
      const attempt = (chunks: Uint8Array[]) =>
        readAll(chunks, { shape: SHAPE, recordName: 'connecteur' }).then(
          ({ records, fields, warnings }) => ({
            records: records.map(outline),
            fields: fields.map(outline),
            warnings,
          }),
          (error: unknown) => {
            expect(error).toBeInstanceOf(PasserelleError);
            return error instanceof PasserelleError ? error.problem : undefined;
          },
        );
      expect(await attempt(chunked(bytes, size))).toEqual(await attempt([bytes]));
    }),
    { numRuns: 1000 },
  );
});

test('noise of markup is no trouble either', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FRAGMENTS, 'a', 'gammes'), { maxLength: 40 }), (parts) => {
      const result = readDocument(Buffer.from(`<gammes>${parts.join('')}`), SHAPE);
      if (!result.ok) expect(result.problem.reason).toMatch(/^xml_/);
    }),
    { numRuns: 3000 },
  );
});
