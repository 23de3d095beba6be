import assert from 'node:assert/strict';
import type { Product, ProductChange, ProductField, ProductFields } from '../../domain/product.ts';
import { PRODUCT_FIELDS } from '../../domain/product.ts';
import type { ProductOperation } from '../../shop/shop.ts';
import { collect, defined, expectEqual, expectOutcome, expectRefusal, expectWarnings } from './expect.ts';
import { decimal, EVERY_FIELD, EVERY_FIELD_CHANGED, everyPart } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const FIELDS = Object.keys(PRODUCT_FIELDS) as readonly ProductField[];

const only = <Name extends ProductField>(name: Name, fields: ProductFields): Partial<ProductFields> => ({
  [name]: fields[name],
});

export const stored = async ({ reader }: ContractSubject, reference: string): Promise<Product> =>
  structuredClone(defined(await reader.product(reference), `the product ${reference}`));

export const save = (
  { shop }: ContractSubject,
  change: Partial<ProductChange> & { reference: string },
  operation: ProductOperation = 'update_product',
) => shop.saveProduct({ fields: {}, ...change }, operation);

/** Every part that this shop can keep. */
function fullChange({ shop: { capabilities } }: ContractSubject, reference: string): ProductChange {
  const { translations, priceLevels, categoryPrices, customFields, image, ...rest } = everyPart(reference);
  return {
    ...rest,
    ...(capabilities.translations && translations ? { translations } : {}),
    ...(capabilities.priceLevels && priceLevels ? { priceLevels } : {}),
    ...(capabilities.categoryPrices && categoryPrices ? { categoryPrices } : {}),
    ...(capabilities.customFields && customFields ? { customFields } : {}),
    ...(capabilities.images && image ? { image } : {}),
  };
}

export const productChecks: readonly Check[] = [
  {
    name: 'add_product creates a product with every field as it was said',
    async run(subject) {
      const result = await save(subject, { reference: 'A1', fields: EVERY_FIELD }, 'add_product');
      expectOutcome(subject, result, 'created');
      expectWarnings(subject, result, []);
      const { kind, fields, reference, id, parent } = await stored(subject, 'A1');
      expectEqual(
        { kind, fields, reference, parent },
        {
          kind: 'product',
          fields: EVERY_FIELD,
          reference: 'A1',
          parent: undefined,
        },
      );
      expectEqual(await collect(subject.shop.listProducts({ start: 0 })), [{ id, reference: 'A1' }]);
    },
  },
  {
    name: 'a product of which only the reference was said has no value anywhere',
    async run(subject) {
      await save(subject, { reference: 'A1' }, 'add_product');
      const { id: _, ...rest } = await stored(subject, 'A1');
      expectEqual(rest, {
        reference: 'A1',
        kind: 'product',
        fields: {},
        categoryPath: [],
        axes: [],
        translations: {},
        priceLevels: {},
        categoryPrices: [],
        customFields: {},
      });
    },
  },
  {
    name: 'an unknown reference gives undefined',
    async run({ reader }) {
      assert.equal(await reader.product('nobody'), undefined);
    },
  },
  {
    name: 'update of an unknown reference is refused with reference_unknown and creates nothing',
    async run(subject) {
      for (const operation of ['update_product', 'update_option'] as const) {
        const call = save(subject, { reference: 'A1', fields: EVERY_FIELD }, operation);
        await expectRefusal(subject, call, 'reference_unknown');
      }
      assert.equal(await subject.reader.product('A1'), undefined);
      expectEqual(await collect(subject.shop.listProducts({ start: 0 })), []);
    },
  },
  {
    name: 'add of a known reference is an update with the warning already_exists',
    async run(subject) {
      await save(subject, { reference: 'A1', fields: EVERY_FIELD }, 'add_product');
      const before = await stored(subject, 'A1');
      const again = await save(subject, { reference: 'A1', fields: { stock: decimal('99') } }, 'add_product');
      expectOutcome(subject, again, 'updated');
      expectWarnings(subject, again, ['already_exists']);
      const fields = { ...EVERY_FIELD, stock: decimal('99') };
      expectEqual(await stored(subject, 'A1'), { ...before, fields });
      const same = await save(subject, { reference: 'A1', fields: { stock: decimal('99') } }, 'add_product');
      expectOutcome(subject, same, 'unchanged');
    },
  },
  {
    name: 'a field that is absent is never touched, whichever one is said, in every column',
    async run(subject) {
      await subject.shop.saveProduct(fullChange(subject, 'A1'), 'add_product');
      let expected = await stored(subject, 'A1');
      for (const name of FIELDS) {
        const fields = only(name, EVERY_FIELD_CHANGED);
        expectOutcome(subject, await save(subject, { reference: 'A1', fields }), 'updated');
        expected = { ...expected, fields: { ...expected.fields, ...fields } };
        expectEqual(await stored(subject, 'A1'), expected, `after a change of ${name} alone`);
      }
    },
  },
  {
    name: 'null clears the field it is said of, and no other',
    facts: ['clearing_fields'],
    async run(subject) {
      await subject.shop.saveProduct(fullChange(subject, 'A1'), 'add_product');
      const before = await stored(subject, 'A1');
      const left: Partial<Record<string, unknown>> = { ...before.fields };
      for (const name of FIELDS) {
        delete left[name];
        expectOutcome(subject, await save(subject, { reference: 'A1', fields: { [name]: null } }), 'updated');
        expectEqual(await stored(subject, 'A1'), { ...before, fields: left }, `after ${name} was cleared`);
        const again = await save(subject, { reference: 'A1', fields: { [name]: null } });
        expectOutcome(subject, again, 'unchanged');
      }
    },
  },
  {
    name: 'a write of equal values is unchanged',
    async run(subject) {
      const change = fullChange(subject, 'A1');
      await subject.shop.saveProduct(change, 'add_product');
      const before = await stored(subject, 'A1');
      for (const said of [
        change,
        { reference: 'A1', fields: {} },
        { reference: 'A1', fields: EVERY_FIELD },
      ]) {
        expectOutcome(subject, await subject.shop.saveProduct(said, 'update_product'), 'unchanged');
      }
      expectEqual(await stored(subject, 'A1'), before);
    },
  },
  {
    name: 'numbers are kept exactly, negative and fractional stocks as they are said',
    async run(subject) {
      const prices = ['0.1', '9007199254740993', '123456789.123456', '0.000001', '0'].map(decimal);
      for (const netPrice of prices) {
        const fields = { netPrice, stock: decimal('-0.001') };
        await save(subject, { reference: 'A1', fields }, 'add_product');
        expectEqual((await stored(subject, 'A1')).fields, fields);
      }
    },
  },
  {
    name: 'references are byte-exact: case, accents, digits and hostile names make different records',
    async run(subject) {
      const references = [
        'a1',
        'A1',
        '7412AGSVW',
        'AB 12/L',
        'É&O-1',
        'E\u0301&O-1',
        '12',
        '012',
        '1e1',
        '10',
      ];
      references.push('__proto__', 'constructor', 'O\'Neil"; DROP TABLE products;--', '%', '_', '日本😀');
      for (const reference of references) {
        expectOutcome(
          subject,
          await save(subject, { reference, fields: { name: reference } }, 'add_product'),
          'created',
        );
      }
      const listed = await collect(subject.shop.listProducts({ start: 0 }));
      expectEqual(
        listed.map((product) => product.reference),
        references,
      );
      assert.equal(new Set(listed.map(({ id }) => id)).size, references.length);
      for (const reference of references) {
        expectEqual((await stored(subject, reference)).fields, { name: reference });
      }
    },
  },
  {
    name: 'texts are kept to the character',
    async run(subject) {
      const texts = ["2 et pourcent'z", '<>%;=#{"', 'C:\\new', 'a\nb\tc', '😀 é é', '&amp;', 'x]]>y'];
      for (const description of texts) {
        await save(subject, { reference: 'A1', fields: { description } }, 'add_product');
        expectEqual((await stored(subject, 'A1')).fields, { description });
      }
    },
  },
  {
    name: 'a refused write leaves the shop as it was',
    async run(subject) {
      await subject.shop.saveProduct(fullChange(subject, 'A1'), 'add_product');
      const before = await collect(subject.reader.products());
      await expectRefusal(subject, save(subject, { reference: 'B1' }), 'reference_unknown');
      expectEqual(await collect(subject.reader.products()), before);
    },
  },
];
