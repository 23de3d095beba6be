import assert from 'node:assert/strict';
import type { VariantChange } from '../../domain/product.ts';
import { mayBeEmpty } from './conditions.ts';
import { collect, expectEqual, expectOutcome, expectRefusal, expectWarnings } from './expect.ts';
import { everyField, expectFields, kept } from './kept.ts';
import { save, stored } from './products.ts';
import { decimal, PNG } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const variant = (reference: string, fields: VariantChange['fields'] = {}): VariantChange => ({
  reference,
  axes: [
    { name: 'Couleur', value: 'Bleu' },
    { name: 'Taille', value: reference },
  ],
  fields,
});

const gammes = (subject: ContractSubject, parent: string, ...variants: readonly VariantChange[]) =>
  save(subject, { reference: parent, variants }, 'add_product');

const references = async ({ shop }: ContractSubject, list: 'listProducts' | 'listOptions') =>
  (await collect(shop[list]({ start: 0 }))).map(({ reference }) => reference);

const everything = ({ reader }: ContractSubject) => collect(reader.products());

export const variantChecks: readonly Check[] = [
  {
    name: 'gammes create variants with their axes and values, listed as options and not as products',
    capabilities: ['variants'],
    fields: ['netPrice', 'stock', 'weight'],
    async run(subject) {
      const fields = { netPrice: decimal('55'), stock: decimal('-1'), weight: decimal('0.5') };
      const skus = ['7412AGSVW', 'AB 12/L', 'É&O-1'];
      const result = await gammes(subject, 'P1', ...skus.map((sku) => variant(sku, fields)));
      expectOutcome(subject, result, 'created');
      expectWarnings(subject, result, []);
      expectEqual(await references(subject, 'listProducts'), ['P1']);
      expectEqual(await references(subject, 'listOptions'), skus);
      const one = await stored(subject, 'AB 12/L');
      expectEqual([one.kind, one.parent], ['variant', 'P1']);
      expectFields(subject, one.fields, fields);
      expectEqual(one.axes, variant('AB 12/L').axes);
    },
  },
  {
    name: 'a variant may have a single axis',
    capabilities: ['variants'],
    async run(subject) {
      const axes = [{ name: 'Pointure', value: '42' }];
      await gammes(subject, 'P1', { reference: 'V1', axes, fields: {} });
      expectEqual((await stored(subject, 'V1')).axes, axes);
    },
  },
  {
    name: 'the same gammes again are unchanged; SKUs that are not named stay as they are',
    capabilities: ['variants'],
    fields: ['stock'],
    async run(subject) {
      await gammes(
        subject,
        'P1',
        variant('V1', { stock: decimal('1') }),
        variant('V2', { stock: decimal('2') }),
      );
      const second = await stored(subject, 'V2');
      const same = await save(subject, {
        reference: 'P1',
        variants: [variant('V1', { stock: decimal('1') })],
      });
      expectOutcome(subject, same, 'unchanged');
      const next = await save(subject, {
        reference: 'P1',
        variants: [variant('V1', { stock: decimal('5') })],
      });
      expectOutcome(subject, next, 'updated');
      expectWarnings(subject, next, []);
      expectEqual(await stored(subject, 'V2'), second);
      expectFields(subject, (await stored(subject, 'V1')).fields, { stock: decimal('5') });
    },
  },
  {
    name: 'gammes touch only what they say of a variant',
    capabilities: ['variants'],
    fields: ['netPrice', 'stock'],
    async run(subject) {
      await gammes(subject, 'P1', variant('V1'));
      await save(
        subject,
        { reference: 'V1', fields: { ...everyField(subject), netPrice: decimal('7') } },
        'update_option',
      );
      const before = await stored(subject, 'V1');
      await gammes(subject, 'P1', variant('V1', { stock: decimal('42') }));
      expectEqual(await stored(subject, 'V1'), {
        ...before,
        fields: { ...before.fields, stock: decimal('42') },
      });
    },
  },
  {
    name: 'another value of an axis replaces it',
    capabilities: ['variants'],
    async run(subject) {
      await gammes(subject, 'P1', variant('V1'));
      const axes = [{ name: 'Couleur', value: 'Rouge' }];
      expectOutcome(
        subject,
        await save(subject, { reference: 'P1', variants: [{ reference: 'V1', axes, fields: {} }] }),
        'updated',
      );
      expectEqual((await stored(subject, 'V1')).axes, axes);
    },
  },
  {
    name: 'a variant’s own record may say its axes; none at all is no change',
    capabilities: ['variants'],
    facts: ['axes_alone'],
    async run(subject) {
      const axes = [{ name: 'Couleur', value: 'Bleu' }];
      await save(subject, { reference: 'V1', parent: 'P1', axes }, 'add_option');
      expectOutcome(
        subject,
        await save(subject, { reference: 'V1', axes: [] }, 'update_option'),
        'unchanged',
      );
      expectEqual((await stored(subject, 'V1')).axes, axes);
    },
  },
  {
    name: 'update_product on a variant updates the variant, update_option on a product the product',
    capabilities: ['variants'],
    fields: ['ean13'],
    async run(subject) {
      await gammes(subject, 'P1', variant('V1'));
      await save(subject, { reference: 'V1', fields: { ean13: '1' } }, 'update_product');
      await save(subject, { reference: 'P1', fields: { ean13: '2' } }, 'update_option');
      const [product, option] = [await stored(subject, 'P1'), await stored(subject, 'V1')];
      expectEqual([product.kind, option.kind, option.parent], ['product', 'variant', 'P1']);
      expectFields(subject, product.fields, { ean13: '2' });
      expectFields(subject, option.fields, { ean13: '1' });
    },
  },
  {
    name: 'a plain product that gammes name becomes their variant, with a warning and all its values',
    capabilities: ['variants'],
    fields: ['stock'],
    async run(subject) {
      const { images, categoryLevels } = subject.shop.capabilities;
      const parts = {
        ...(images && { image: PNG }),
        ...(categoryLevels !== 0 && { categoryPath: ['Jouets'] }),
      };
      await save(subject, { reference: 'V1', fields: everyField(subject), ...parts }, 'add_product');
      const before = await stored(subject, 'V1');
      const result = await gammes(subject, 'P1', variant('V1', { stock: decimal('3') }));
      expectWarnings(subject, result, ['became_variant']);
      const fields = { ...everyField(subject), stock: decimal('3') };
      const { axes } = variant('V1');
      expectEqual(await stored(subject, 'V1'), { ...before, kind: 'variant', parent: 'P1', axes, fields });
      expectEqual(await references(subject, 'listProducts'), ['P1']);
      expectEqual(await references(subject, 'listOptions'), ['V1']);
    },
  },
  {
    name: 'a variant that another product’s gammes name moves there, with a warning',
    capabilities: ['variants'],
    fields: ['stock'],
    async run(subject) {
      await gammes(subject, 'P1', variant('V1', { stock: decimal('1') }), variant('V2'));
      const moved = await gammes(subject, 'P2', variant('V1'));
      expectWarnings(subject, moved, ['moved_to_parent']);
      const { parent, fields } = await stored(subject, 'V1');
      assert.equal(parent, 'P2');
      expectFields(subject, fields, { stock: decimal('1') });
      expectEqual((await stored(subject, 'V2')).parent, 'P1');
    },
  },
  {
    name: 'a variant’s price of 0 means no price of its own, whichever way it comes',
    capabilities: ['variants'],
    fields: ['netPrice'],
    when: mayBeEmpty('netPrice'),
    async run(subject) {
      await gammes(subject, 'P1', variant('V1', { netPrice: decimal('5') }));
      await save(subject, { reference: 'V1', fields: { netPrice: decimal('0') } }, 'update_option');
      expectFields(subject, (await stored(subject, 'V1')).fields, {});
      await save(subject, { reference: 'V2', fields: { netPrice: decimal('0') } }, 'add_product');
      expectFields(subject, (await stored(subject, 'V2')).fields, { netPrice: decimal('0') });
      await gammes(subject, 'P1', variant('V2'));
      expectFields(subject, (await stored(subject, 'V2')).fields, {});
    },
  },
  {
    name: 'null in gammes clears the variant’s own price',
    capabilities: ['variants'],
    fields: ['netPrice', 'stock'],
    when: mayBeEmpty('netPrice'),
    async run(subject) {
      await gammes(subject, 'P1', variant('V1', { netPrice: decimal('5'), stock: decimal('1') }));
      await gammes(subject, 'P1', variant('V1', { netPrice: null }));
      expectFields(subject, (await stored(subject, 'V1')).fields, { stock: decimal('1') });
    },
  },
  {
    name: 'a product cannot be its own variant: refused, nothing changes',
    capabilities: ['variants'],
    async run(subject) {
      const call = gammes(subject, 'P1', variant('V1'), variant('P1'));
      await expectRefusal(subject, call, 'variant_of_itself');
      expectEqual(await everything(subject), []);
      const own = save(subject, { reference: 'P1', parent: 'P1' }, 'add_option');
      await expectRefusal(subject, own, 'variant_of_itself');
      expectEqual(await everything(subject), []);
    },
  },
  {
    name: 'a product with variants of its own cannot become one: refused, nothing changes',
    capabilities: ['variants'],
    async run(subject) {
      await gammes(subject, 'P1', variant('V1'));
      const before = await everything(subject);
      const asGamme = gammes(subject, 'P2', variant('V2'), variant('P1'));
      await expectRefusal(subject, asGamme, 'reference_is_parent');
      const asOption = save(subject, { reference: 'P1', parent: 'P2' }, 'add_option');
      await expectRefusal(subject, asOption, 'reference_is_parent');
      expectEqual(await everything(subject), before);
    },
  },
  {
    name: 'a product without variants left may become one',
    capabilities: ['variants'],
    async run(subject) {
      await gammes(subject, 'P1', variant('V1'));
      await gammes(subject, 'P2', variant('V1'));
      expectWarnings(subject, await gammes(subject, 'P2', variant('P1')), [
        'already_exists',
        'became_variant',
      ]);
      expectEqual((await stored(subject, 'P1')).parent, 'P2');
    },
  },
  {
    name: 'add_option makes a variant of its parent; a plain product becomes one with a warning',
    capabilities: ['variants'],
    async run(subject) {
      await save(subject, { reference: 'P1' }, 'add_product');
      const added = await save(
        subject,
        { reference: 'V1', parent: 'P1', fields: kept(subject, { ean13: '1' }) },
        'add_option',
      );
      expectOutcome(subject, added, 'created');
      expectWarnings(subject, added, []);
      await save(subject, { reference: 'V2' }, 'add_product');
      const converted = await save(subject, { reference: 'V2', parent: 'P1' }, 'add_option');
      expectWarnings(subject, converted, ['already_exists', 'became_variant']);
      expectEqual(await references(subject, 'listProducts'), ['P1']);
      expectEqual([...(await references(subject, 'listOptions'))].sort(), ['V1', 'V2']);
    },
  },
  {
    name: 'a variant that comes before its parent is kept and belongs to it once it comes',
    capabilities: ['variants'],
    async run(subject) {
      const early = await save(
        subject,
        { reference: 'V1', parent: 'P1', fields: kept(subject, { ean13: '1' }) },
        'add_option',
      );
      expectOutcome(subject, early, 'created');
      expectWarnings(subject, early, ['parked_unknown_product']);
      const before = await stored(subject, 'V1');
      const parent = await save(subject, { reference: 'P1', fields: { name: 'Parent' } }, 'add_product');
      expectOutcome(subject, parent, 'created');
      expectWarnings(subject, parent, []);
      expectEqual(await stored(subject, 'V1'), before);
      expectEqual([before.parent, before.kind], ['P1', 'variant']);
      assert.equal((await stored(subject, 'P1')).kind, 'product');
    },
  },
  {
    name: 'all products are read with parents before their variants',
    capabilities: ['variants'],
    async run(subject) {
      await gammes(subject, 'P1', variant('A'), variant('Z'));
      await gammes(subject, 'P2', variant('B'));
      await gammes(subject, 'A-parent', variant('Z'));
      const read = await everything(subject);
      expectEqual(read.map(({ reference }) => reference).sort(), ['A', 'A-parent', 'B', 'P1', 'P2', 'Z']);
      const position = (reference: string) => read.findIndex((product) => product.reference === reference);
      for (const { reference, parent } of read) {
        if (parent !== undefined)
          assert.ok(position(parent) < position(reference), `${parent} before ${reference}`);
      }
    },
  },
];
