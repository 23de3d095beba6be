import assert from 'node:assert/strict';
import type {
  Product,
  ProductChange,
  ProductField,
  ProductFields,
  ProductOperation,
} from '../../domain/product.ts';
import { EXACT_REFERENCES, SOME_EMPTY_FIELD } from './conditions.ts';
import { collect, expectEqual, expectOutcome, expectRefusal, expectWarnings, present } from './expect.ts';
import { everyField, expectFields, fitting, fullChange, kept } from './kept.ts';
import { decimal, EVERY_FIELD_CHANGED } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const only = <Name extends ProductField>(name: Name, fields: ProductFields): Partial<ProductFields> => ({
  [name]: fields[name],
});

export const stored = async ({ reader }: ContractSubject, reference: string): Promise<Product> =>
  structuredClone(present(await reader.product(reference), `the product ${reference}`));

export const save = (
  { shop }: ContractSubject,
  change: Partial<ProductChange> & { reference: string },
  operation: ProductOperation = 'update_product',
) => shop.saveProduct({ fields: {}, ...change }, operation);

export const productChecks: readonly Check[] = [
  {
    name: 'add_product creates a product with every field as it was said',
    async run(subject) {
      const every = everyField(subject);
      const result = await save(subject, { reference: 'A1', fields: every }, 'add_product');
      expectOutcome(subject, result, 'created');
      expectWarnings(subject, result, []);
      const { kind, fields, reference, id, parent } = await stored(subject, 'A1');
      expectEqual(
        { kind, fields, reference, parent },
        {
          kind: 'product',
          fields: every,
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
      const { id: _, fields, ...rest } = await stored(subject, 'A1');
      expectFields(subject, fields, {});
      expectEqual(rest, {
        reference: 'A1',
        kind: 'product',
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
        const call = save(subject, { reference: 'A1', fields: everyField(subject) }, operation);
        await expectRefusal(subject, call, 'reference_unknown');
      }
      assert.equal(await subject.reader.product('A1'), undefined);
      expectEqual(await collect(subject.shop.listProducts({ start: 0 })), []);
    },
  },
  {
    name: 'add of a known reference is an update with the warning already_exists',
    fields: ['stock'],
    async run(subject) {
      await save(subject, { reference: 'A1', fields: everyField(subject) }, 'add_product');
      const before = await stored(subject, 'A1');
      const again = await save(subject, { reference: 'A1', fields: { stock: decimal('99') } }, 'add_product');
      expectOutcome(subject, again, 'updated');
      expectWarnings(subject, again, ['already_exists']);
      const fields = { ...everyField(subject), stock: decimal('99') };
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
      for (const name of subject.shop.capabilities.productFields) {
        const fields = only(name, kept(subject, EVERY_FIELD_CHANGED));
        expectOutcome(subject, await save(subject, { reference: 'A1', fields }), 'updated');
        expected = { ...expected, fields: { ...expected.fields, ...fields } };
        expectEqual(await stored(subject, 'A1'), expected, `after a change of ${name} alone`);
      }
    },
  },
  {
    name: 'null clears the field it is said of, and no other',
    facts: ['clearing_fields'],
    when: SOME_EMPTY_FIELD,
    async run(subject) {
      await subject.shop.saveProduct(fullChange(subject, 'A1'), 'add_product');
      const before = await stored(subject, 'A1');
      const left: Partial<Record<string, unknown>> = { ...before.fields };
      for (const name of subject.shop.capabilities.emptyFields) {
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
        { reference: 'A1', fields: everyField(subject) },
      ]) {
        expectOutcome(subject, await subject.shop.saveProduct(said, 'update_product'), 'unchanged');
      }
      expectEqual(await stored(subject, 'A1'), before);
    },
  },
  {
    name: 'numbers are kept exactly, negative and fractional stocks as they are said',
    fields: ['netPrice', 'stock'],
    async run(subject) {
      const { money, stock } = subject.shop.capabilities.digits;
      const all = ['0.1', '9007199254740993', '123456789.123456', '0.000001', '0'].map(decimal);
      const prices = all.filter(fitting(money));
      const [least] = ['-0.001', '-1'].map(decimal).filter(fitting(stock));
      for (const netPrice of prices) {
        const fields = { netPrice, ...(least && { stock: least }) };
        await save(subject, { reference: 'A1', fields }, 'add_product');
        expectFields(subject, (await stored(subject, 'A1')).fields, fields);
      }
    },
  },
  {
    name: 'references are byte-exact: case, accents, digits and hostile names make different records',
    fields: ['name'],
    when: EXACT_REFERENCES,
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
        expectFields(subject, (await stored(subject, reference)).fields, { name: reference });
      }
    },
  },
  {
    name: 'texts are kept to the character',
    fields: ['description'],
    async run(subject) {
      const texts = ["2 et pourcent'z", '<>%;=#{"', 'C:\\new', 'a\nb\tc', '😀 é é', '&amp;', 'x]]>y'];
      for (const description of texts) {
        await save(subject, { reference: 'A1', fields: { description } }, 'add_product');
        expectFields(subject, (await stored(subject, 'A1')).fields, { description });
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
