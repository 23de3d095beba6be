import assert from 'node:assert/strict';
import { parseDecimal, ZERO } from '../../domain/decimal.ts';
import { PRICE_LEVELS, type ProductChange, type ProductField } from '../../domain/product.ts';
import type { Capabilities } from '../../shop/capabilities.ts';
import { OPERATIONS, type Operation, type OperationName } from '../../shop/operations.ts';
import type { Shop } from '../../shop/shop.ts';
import { collect, expectEqual, expectRefusal, expectWarnings, message } from './expect.ts';
import { expectFields, kept } from './kept.ts';
import { save, stored } from './products.ts';
import { decimal, EVERY_FIELD, EVERY_FIELD_CHANGED, everyPart, priceRule } from './samples.ts';
import type { Check, Condition, ContractSubject } from './subject.ts';

/** A call of each operation that some shop may not be able to do. */
const CALLS: Readonly<Partial<Record<OperationName, (shop: Shop) => Promise<unknown>>>> = {
  readOrder: (shop) => shop.readOrder('1'),
  confirmOrder: (shop) => shop.confirmOrder('1'),
  saveTracking: (shop) => shop.saveTracking('1', '6A 001'),
  saveCustomers: (shop) => shop.saveCustomers(message([{ code: 'C1', fields: {} }])),
  savePriceRules: (shop) => shop.savePriceRules(message({ rules: [priceRule()], keep: [] }), 'merge'),
  saveSalesDocument: (shop) => shop.saveSalesDocument({ number: 'FA001', type: 'invoice' }),
};

const lackingOperations = (capabilities: Capabilities): readonly OperationName[] =>
  Object.entries<Operation>(OPERATIONS).flatMap(([name, { needs, kind }]) =>
    needs && !capabilities[needs] && kind !== 'list' ? [name as OperationName] : [],
  );

const when = (otherwise: string, holds: Condition['holds']): Pick<Check, 'when'> => ({
  when: { otherwise, holds },
});

const unkeptFields = ({ productFields }: Capabilities): readonly ProductField[] =>
  (Object.keys(EVERY_FIELD) as ProductField[]).filter((name) => !productFields.includes(name));

const neverEmpty = ({ productFields, emptyFields }: Capabilities): readonly ProductField[] =>
  productFields.filter((name) => !emptyFields.includes(name));

/** Parts of a product that the shop does not keep, each by its name. */
function unkeptParts({ shop: { capabilities } }: ContractSubject): Partial<ProductChange> {
  const { categoryPath, translations, categoryPrices, customFields, image } = everyPart('A1');
  const variants = [{ reference: 'V1', axes: [{ name: 'Taille', value: 'L' }], fields: {} }];
  return {
    ...(capabilities.categoryLevels === 0 && categoryPath && { categoryPath }),
    ...(!capabilities.translations && translations && { translations }),
    ...(!capabilities.categoryPrices && categoryPrices && { categoryPrices }),
    ...(!capabilities.customFields && customFields && { customFields }),
    ...(!capabilities.images && image && { image }),
    ...(!capabilities.variants && { variants }),
  };
}

const lacksSomePart = (capabilities: Capabilities): boolean =>
  capabilities.categoryLevels === 0 ||
  !(
    capabilities.translations &&
    capabilities.categoryPrices &&
    capabilities.customFields &&
    capabilities.images &&
    capabilities.variants
  );

/** What a shop does with what it cannot keep; a shop that can keep everything has nothing to show here. */
export const beyondChecks: readonly Check[] = [
  {
    name: 'an operation that the shop cannot do is refused with unsupported and changes nothing',
    ...when('can do every operation', (capabilities) => lackingOperations(capabilities).length > 0),
    async run(subject) {
      for (const name of lackingOperations(subject.shop.capabilities)) {
        const call = CALLS[name];
        assert.ok(call, `a call of ${name} for this check`);
        await expectRefusal(subject, call(subject.shop), 'unsupported');
      }
      for (const list of ['customers', 'priceRules', 'salesDocuments'] as const)
        expectEqual(await collect<unknown>(subject.reader[list]()), []);
    },
  },
  {
    name: 'a field that the shop does not keep is left out with a warning, and the rest is saved',
    ...when('keeps every field', (capabilities) => unkeptFields(capabilities).length > 0),
    async run(subject) {
      const result = await save(subject, { reference: 'A1', fields: EVERY_FIELD }, 'add_product');
      const unkept = unkeptFields(subject.shop.capabilities);
      if (subject.limits?.warnings === undefined) {
        const told = result.warnings.filter(({ reason }) => reason === 'field_not_kept');
        expectEqual(told.map(({ field }) => field).sort(), [...unkept].sort());
      }
      expectEqual((await stored(subject, 'A1')).fields, kept(subject, EVERY_FIELD));
    },
  },
  {
    name: 'null for a field that always has a value changes nothing, with a warning',
    ...when('may empty every field', (capabilities) => neverEmpty(capabilities).length > 0),
    facts: ['clearing_fields'],
    async run(subject) {
      const fields = kept(subject, EVERY_FIELD_CHANGED);
      await save(subject, { reference: 'A1', fields }, 'add_product');
      for (const name of neverEmpty(subject.shop.capabilities)) {
        const result = await save(subject, { reference: 'A1', fields: { [name]: null } });
        expectWarnings(subject, result, ['field_not_emptied']);
        expectFields(subject, (await stored(subject, 'A1')).fields, fields);
      }
    },
  },
  {
    name: 'a number with more digits than the shop keeps is rounded, with a warning',
    ...when('keeps every digit of a price', ({ digits }) => digits.money !== undefined),
    fields: ['netPrice'],
    async run(subject) {
      const scale = subject.shop.capabilities.digits.money?.scale ?? 0;
      const fields = { netPrice: parseDecimal(`1.${'0'.repeat(scale)}5`) ?? ZERO };
      const result = await save(subject, { reference: 'A1', fields }, 'add_product');
      expectWarnings(subject, result, ['number_rounded']);
      const rounded = scale === 0 ? '2' : `1.${'0'.repeat(scale - 1)}1`;
      assert.equal((await stored(subject, 'A1')).fields.netPrice, rounded);
    },
  },
  {
    name: 'a number that is too large for the shop is refused, and nothing changes',
    ...when('keeps numbers of any size', ({ digits }) => digits.money !== undefined),
    fields: ['netPrice'],
    async run(subject) {
      const { precision, scale } = subject.shop.capabilities.digits.money ?? { precision: 0, scale: 0 };
      const fields = { netPrice: decimal(`1${'0'.repeat(precision - scale)}`) };
      const call = save(subject, { reference: 'A1', fields }, 'add_product');
      await expectRefusal(subject, call, 'number_too_large');
      assert.equal(await subject.reader.product('A1'), undefined);
    },
  },
  {
    name: 'a text that is too long for the shop is refused, and nothing changes',
    ...when('keeps texts of any length', ({ longest }) => longest.name !== undefined),
    fields: ['name'],
    async run(subject) {
      const { longest } = subject.shop.capabilities;
      const fits = 'é'.repeat(longest.name ?? 0);
      await save(subject, { reference: 'A1', fields: { name: fits } }, 'add_product');
      assert.equal((await stored(subject, 'A1')).fields.name, fits);
      const call = save(subject, { reference: 'A1', fields: { name: `${fits}!`, stock: decimal('9') } });
      await expectRefusal(subject, call, 'value_too_long');
      expectEqual((await stored(subject, 'A1')).fields.name, fits);
      for (const [part, change] of [
        ['reference', { reference: 'R'.repeat((longest.reference ?? 0) + 1) }],
        ['category', { reference: 'B1', categoryPath: ['C'.repeat((longest.category ?? 0) + 1)] }],
      ] as const)
        if (longest[part] !== undefined)
          await expectRefusal(subject, save(subject, change, 'add_product'), 'value_too_long');
      assert.equal((await collect(subject.reader.products())).length, 1);
    },
  },
  {
    name: 'parts of a product that the shop does not keep are left out, each with a warning',
    ...when('keeps every part of a product', lacksSomePart),
    async run(subject) {
      const parts = unkeptParts(subject);
      const result = await save(subject, { reference: 'A1', ...parts }, 'add_product');
      expectWarnings(
        subject,
        result,
        Object.keys(parts).map(() => 'field_not_kept'),
      );
      const { categoryPath, translations, categoryPrices, customFields, image } = await stored(subject, 'A1');
      const there = { categoryPath, translations, categoryPrices, customFields, image };
      for (const [name, value] of Object.entries(there))
        if (name in parts) expectEqual(Object.keys(value ?? {}), [], name);
    },
  },
  {
    name: 'price levels that the shop does not keep are left out with a warning, the others are saved',
    ...when('keeps every price level', ({ priceLevels }) => priceLevels.length < PRICE_LEVELS.length),
    async run(subject) {
      const all = { 2: decimal('12'), 3: decimal('13'), 4: decimal('14'), 5: decimal('15') };
      const result = await save(subject, { reference: 'A1', priceLevels: all }, 'add_product');
      const { priceLevels } = subject.shop.capabilities;
      const unkept = PRICE_LEVELS.filter((level) => !priceLevels.includes(level));
      expectWarnings(
        subject,
        result,
        unkept.map(() => 'field_not_kept'),
      );
      const expected = Object.fromEntries(priceLevels.map((level) => [level, all[level]]));
      expectEqual((await stored(subject, 'A1')).priceLevels, expected);
    },
  },
  {
    name: 'a category path that is too deep is cut short, with a warning',
    ...when('has any number of category levels', ({ categoryLevels }) => (categoryLevels ?? 0) > 0),
    async run(subject) {
      const { categoryLevels = 0 } = subject.shop.capabilities;
      const categoryPath = Array.from({ length: categoryLevels + 1 }, (_, level) => `N${level}`);
      const result = await save(subject, { reference: 'A1', categoryPath }, 'add_product');
      expectWarnings(subject, result, ['category_path_too_deep']);
      expectEqual((await stored(subject, 'A1')).categoryPath, categoryPath.slice(0, -1));
    },
  },
  {
    name: 'a shop without variants lists none, and makes no product of one',
    ...when('has variants', ({ variants }) => !variants),
    async run(subject) {
      await save(subject, { reference: 'P1' }, 'add_product');
      const call = save(subject, { reference: 'V1', parent: 'P1' }, 'add_option');
      await expectRefusal(subject, call, 'unsupported');
      assert.equal(await subject.reader.product('V1'), undefined);
      expectEqual(await collect(subject.shop.listOptions({ start: 0 })), []);
    },
  },
  {
    name: 'references in any case name one record',
    ...when('tells references in different cases apart', ({ references }) => references === 'caseless'),
    fields: ['name'],
    async run(subject) {
      await save(subject, { reference: 'ab 12/L', fields: { name: 'one' } }, 'add_product');
      const again = await save(subject, { reference: 'AB 12/l', fields: { name: 'two' } }, 'add_product');
      expectWarnings(subject, again, ['already_exists']);
      assert.equal((await collect(subject.shop.listProducts({ start: 0 }))).length, 1);
      assert.equal((await stored(subject, 'ab 12/L')).fields.name, 'two');
      assert.equal((await stored(subject, 'AB 12/l')).fields.name, 'two');
    },
  },
];
