import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decimal } from '../../../domain/decimal.ts';
import type {
  Image,
  ImageType,
  PriceLevel,
  ProductChange,
  ProductFields,
  ProductTexts,
  VariantChange,
} from '../../../domain/product.ts';
import { decimal } from '../../../parsing/testing/arbitraries.ts';
import { code, customFields, label, nonZero, some, valuesOf } from '../testing/arbitraries.ts';
import { decodedValue, PLAIN_OPTIONS, readXml, sent } from '../testing/round-trip.ts';
import { addOptionCodec, updateOptionCodec, updateProductCodec } from './product.ts';
import { PRODUCT_TABLE, TRANSLATION_TABLE } from './product-table.ts';

const fields = some<ProductFields>(valuesOf(PRODUCT_TABLE));
const texts = some<ProductTexts>(valuesOf(TRANSLATION_TABLE));

const language = fc.stringMatching(/^[a-z]{2}-[a-z]{2}$/);

/** SKUs as they really come, and far beyond. */
const sku = fc.oneof(
  fc.constantFrom(
    '7412AGSVW',
    'AB 12/L',
    'É&O-1',
    'VOIT0010',
    '-1',
    'a=b',
    "l'été",
    'x"y',
    '😀',
    'X/',
    '/X',
    'a>b',
  ),
  label,
);

const variant: fc.Arbitrary<VariantChange> = fc.record({
  reference: sku,
  axes: fc.array(fc.record({ name: label, value: label }), { maxLength: 2 }),
  fields: some({ netPrice: fc.oneof(fc.constant(null), nonZero), stock: decimal, weight: decimal }),
});

const image: fc.Arbitrary<Image> = fc.uint8Array({ maxLength: 50 }).map((rest) => ({
  type: 'image/gif' satisfies ImageType,
  bytes: Uint8Array.from([...Buffer.from('GIF89a'), ...rest]),
}));

const change: fc.Arbitrary<ProductChange> = fc
  .tuple(
    fc.record({ reference: code, fields }),
    some({
      categoryPath: fc.array(label, { minLength: 1, maxLength: 4 }),
      translations: fc.dictionary(
        language,
        texts.filter((said) => Object.keys(said).length > 0),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      ),
      priceLevels: some<Record<PriceLevel, Decimal>>({
        2: decimal,
        3: decimal,
        4: decimal,
        5: decimal,
      }).filter((said) => Object.keys(said).length > 0),
      categoryPrices: fc.uniqueArray(fc.record({ category: label, netPrice: decimal }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ category }) => category,
      }),
      customFields,
      image,
      variants: fc.uniqueArray(variant, {
        minLength: 1,
        maxLength: 3,
        selector: ({ reference }) => reference,
      }),
    }),
  )
  .map(([required, optional]) => ({ ...required, ...optional }));

test('what our connector says of a product is what our server reads', () => {
  fc.assert(
    fc.property(change, (product) => {
      const request = updateProductCodec.encodeRequest(product, PLAIN_OPTIONS);
      const decoded = updateProductCodec.decodeRequest(
        sent(request, updateProductCodec.requestShape),
        PLAIN_OPTIONS,
      );
      expect(decoded).toEqual({ ok: true, value: product, warnings: [] });
    }),
  );
});

test('plain fields survive as POST variables alone', () => {
  fc.assert(
    fc.property(fc.record({ reference: code, fields, customFields, parent: code }), (product) => {
      const { variables, files } = addOptionCodec.encodeRequest(product, PLAIN_OPTIONS);
      const decoded = addOptionCodec.decodeRequest({ variables, files }, PLAIN_OPTIONS);
      expect(decoded).toEqual({ ok: true, value: product, warnings: [] });
    }),
  );
});

test('a cleared field stays cleared where empty elements clear', () => {
  const options = { ...PLAIN_OPTIONS, clearable: new Set(['upc', 'description', 'image', 'xx_zone']) };
  const product = {
    reference: 'A',
    fields: { upc: null, description: null },
    image: null,
    customFields: { xx_zone: null },
  };
  const request = updateProductCodec.encodeRequest(product, options);
  expect(
    decodedValue(updateProductCodec.decodeRequest(sent(request, updateProductCodec.requestShape), options)),
  ).toEqual(product);
});

test('units other than cm and kg are turned back and forth', () => {
  const options = {
    ...PLAIN_OPTIONS,
    kilogramsPerUnit: '0.001' as Decimal,
    centimetresPerUnit: '0.1' as Decimal,
  };
  fc.assert(
    fc.property(
      fc.record({ reference: code, fields: some({ weight: decimal, width: decimal }) }),
      (product) => {
        const request = updateProductCodec.encodeRequest(product, options);
        expect(decodedValue(updateProductCodec.decodeRequest(request, options))).toEqual(product);
      },
    ),
  );
});

test.each([
  ['v3', 'update_option'],
  ['kit-2015', 'update_product'],
] as const)('the reply of update_option in %s is in <%s/>', (profile, element) => {
  const reply = updateOptionCodec.encodeReply(undefined, { ...PLAIN_OPTIONS, profile });
  const root = readXml(reply, updateOptionCodec.replyShape);
  expect(root.children.map(({ name }) => name)).toEqual([element]);
  expect(updateOptionCodec.decodeReply(root, PLAIN_OPTIONS).ok).toBe(true);
});
