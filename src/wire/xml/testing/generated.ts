import fc from 'fast-check';
import type { Shape } from '../element.ts';
import type { Plain } from './reading.ts';

/** A piece of well-formed XML, and what it says. */
export interface Generated {
  readonly xml: string;
  readonly says: Plain;
}

const CONTAINERS = ['a', 'clients', 'cé', 'x-1_2.3'] as const;

/** The containers at any depth. All other elements are text fields. */
export const GENERATED_SHAPE: Shape = (() => {
  const children: Record<string, Shape> = {};
  for (const name of ['a', 'clients', 'ce', 'x-1_2.3']) children[name] = { children };
  return { children };
})();

const field = fc.constantFrom('b', 'nom', 'libellé', 'desc_longue', 'Prix.HT');
const character = fc.oneof(
  fc.constantFrom(' ', 'a', 'é', '€', '😀', '\n', '"', "'", '/', '=', ';', '#', ']', '-', '\\'),
  fc
    .integer({ min: 0x20, max: 0xd7ff })
    .map((code) => String.fromCodePoint(code === 0x3c || code === 0x26 ? 0x61 : code)),
);
const words = fc.string({ unit: character, maxLength: 12 }).map((text) => text.replaceAll('>', ')'));
const space = fc.constantFrom('', ' ', '\n', '\n  ', '\t');

const xmlReference = fc.constantFrom(
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#233;', 'é'],
  ['&#x1F600;', '😀'],
  ['&#13;', '\r'],
);
const ignored = fc.oneof(
  words.map((text) => `<!--${text.replaceAll('-', '_')}<b></a>-->`),
  words.map((text) => `<?pi ${text.replaceAll('?', '_')}?>`),
);
const cdata = words.map((text) => [`<![CDATA[${text}<b>&amp;</a>]]>`, `${text}<b>&amp;</a>`]);
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: words.map((plain) => [plain, plain]) },
      xmlReference,
      cdata,
      ignored.map((xml) => [xml, '']),
    ),
    { maxLength: 5 },
  )
  .map((parts) => ({
    xml: parts.map(([xml]) => xml).join(''),
    value: parts.map(([, value]) => value).join(''),
  }));

const attributeValue = fc
  .array(
    fc.oneof(
      words.map((plain) => [plain.replaceAll('"', ''), plain.replaceAll('"', '')]),
      xmlReference,
    ),
    { maxLength: 3 },
  )
  .map((parts) => ({
    xml: parts.map(([xml]) => xml).join(''),
    value: parts
      .map(([xml = '', value = '']) => (xml === value ? value.replace(/[\n\t]/g, ' ') : value))
      .join(''),
  }));
const attributes = fc
  .tuple(fc.dictionary(fc.constantFrom('src', 'ref', 'réf', 'x:y'), attributeValue, { maxKeys: 3 }), space)
  .map(([values, gap]) => ({
    xml:
      Object.entries(values)
        .map(([name, { xml }]) => `${gap || ' '}${name}${gap}=${gap}"${xml}"`)
        .join('') + gap,
    says: Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value])),
  }));

const withAttributes = (says: Readonly<Record<string, string>>) =>
  Object.keys(says).length > 0 ? { attributes: says } : {};

const leaf: fc.Arbitrary<Generated> = fc
  .tuple(field, attributes, text, space)
  .map(([name, given, content, gap]) => ({
    xml:
      content.xml === '' && gap === ''
        ? `<${name}${given.xml}/>`
        : `<${name}${given.xml}>${content.xml}</${name}${gap}>`,
    says: { name, ...withAttributes(given.says), ...(content.value !== '' && { text: content.value }) },
  }));

const between = fc.oneof({ weight: 3, arbitrary: space }, ignored, words);

/** A container with fields and containers in it, and things to be ignored between them. */
export const generatedElement: fc.Arbitrary<Generated> = fc.letrec<{ element: Generated }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...CONTAINERS),
      attributes,
      fc.array(fc.tuple(fc.oneof({ depthSize: 'small' }, leaf, tie('element')), between), { maxLength: 5 }),
    )
    .map(([name, given, inner]) => ({
      xml: `<${name}${given.xml}>${inner.map(([child, gap]) => gap + child.xml).join('')}</${name}>`,
      says: {
        name,
        ...withAttributes(given.says),
        ...(inner.length > 0 && { children: inner.map(([child]) => child.says) }),
      },
    })),
})).element;
