import assert from 'node:assert/strict';
import { categoryLevels } from './conditions.ts';
import { expectEqual, expectOutcome, present } from './expect.ts';
import { expectFields } from './kept.ts';
import { save, stored } from './products.ts';
import { decimal, JPEG, PNG } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const byCategory = (prices: readonly { category: string; netPrice: string }[]) =>
  [...prices].sort((a, b) => (a.category < b.category ? -1 : 1));

async function imageBytes(subject: ContractSubject, reference: string): Promise<Uint8Array> {
  const image = present((await stored(subject, reference)).image, 'the image');
  return Uint8Array.from(present(await subject.reader.blob(image.sha256), 'the bytes of the image'));
}

export const productPartChecks: readonly Check[] = [
  {
    name: 'a category path is kept from the root down, and replaced as a whole',
    when: categoryLevels(3),
    async run(subject) {
      await save(subject, { reference: 'A1', categoryPath: ['Jouets', 'Bois', 'Trains'] }, 'add_product');
      expectEqual((await stored(subject, 'A1')).categoryPath, ['Jouets', 'Bois', 'Trains']);
      expectOutcome(
        subject,
        await save(subject, { reference: 'A1', categoryPath: ['Bois', 'Jouets'] }),
        'updated',
      );
      expectEqual((await stored(subject, 'A1')).categoryPath, ['Bois', 'Jouets']);
      const same = await save(subject, { reference: 'A1', categoryPath: ['Bois', 'Jouets'] });
      expectOutcome(subject, same, 'unchanged');
      await save(subject, { reference: 'A1', fields: { name: 'x' } });
      expectEqual((await stored(subject, 'A1')).categoryPath, ['Bois', 'Jouets']);
    },
  },
  {
    name: 'the same category name under two parents is two categories',
    when: categoryLevels(2),
    async run(subject) {
      await save(subject, { reference: 'A1', categoryPath: ['Homme', 'Soldes'] }, 'add_product');
      await save(subject, { reference: 'A2', categoryPath: ['Femme', 'Soldes'] }, 'add_product');
      await save(subject, { reference: 'A3', categoryPath: ['Homme/Soldes'] }, 'add_product');
      expectEqual((await stored(subject, 'A1')).categoryPath, ['Homme', 'Soldes']);
      expectEqual((await stored(subject, 'A2')).categoryPath, ['Femme', 'Soldes']);
      expectEqual((await stored(subject, 'A3')).categoryPath, ['Homme/Soldes']);
    },
  },
  {
    name: 'an empty category path takes the product out of its category',
    when: categoryLevels(1),
    facts: ['clearing_parts'],
    async run(subject) {
      await save(subject, { reference: 'A1', categoryPath: ['Jouets'] }, 'add_product');
      expectOutcome(subject, await save(subject, { reference: 'A1', categoryPath: [] }), 'updated');
      expectEqual((await stored(subject, 'A1')).categoryPath, []);
    },
  },
  {
    name: 'price levels are added and updated one by one',
    capabilities: ['priceLevels'],
    async run(subject) {
      await save(
        subject,
        { reference: 'A1', priceLevels: { 2: decimal('20'), 5: decimal('50.5') } },
        'add_product',
      );
      await save(subject, { reference: 'A1', priceLevels: { 2: decimal('21'), 3: decimal('30') } });
      const expected = { 2: decimal('21'), 3: decimal('30'), 5: decimal('50.5') };
      expectEqual((await stored(subject, 'A1')).priceLevels, expected);
      const same = await save(subject, { reference: 'A1', priceLevels: { 3: decimal('30') } });
      expectOutcome(subject, same, 'unchanged');
    },
  },
  {
    name: 'a price level said to be empty goes, alone',
    capabilities: ['priceLevels'],
    facts: ['clearing_parts'],
    async run(subject) {
      await save(
        subject,
        { reference: 'A1', priceLevels: { 2: decimal('20'), 5: decimal('50') } },
        'add_product',
      );
      expectOutcome(subject, await save(subject, { reference: 'A1', priceLevels: { 2: null } }), 'updated');
      expectEqual((await stored(subject, 'A1')).priceLevels, { 5: decimal('50') });
    },
  },
  {
    name: 'prices per category are added and updated by category; those not named stay',
    capabilities: ['categoryPrices'],
    async run(subject) {
      const grossistes = { category: 'Grossistes', netPrice: decimal('30') };
      const detail = { category: 'Détail', netPrice: decimal('38') };
      await save(subject, { reference: 'A1', categoryPrices: [grossistes, detail] }, 'add_product');
      const dearer = { category: 'Détail', netPrice: decimal('39') };
      const vip = { category: 'VIP', netPrice: decimal('25') };
      await save(subject, { reference: 'A1', categoryPrices: [dearer, vip] });
      const { categoryPrices } = await stored(subject, 'A1');
      expectEqual(byCategory(categoryPrices), byCategory([grossistes, dearer, vip]));
      const same = await save(subject, { reference: 'A1', categoryPrices: [vip, grossistes] });
      expectOutcome(subject, same, 'unchanged');
    },
  },
  {
    name: 'custom fields are kept under the names that the sender chose, each touched only when it is said',
    capabilities: ['customFields'],
    async run(subject) {
      const first = Object.fromEntries([
        ['xx_marque', 'Acme'],
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]);
      await save(subject, { reference: 'A1', customFields: first }, 'add_product');
      await save(subject, { reference: 'A1', customFields: { xx_marque: 'Emca', xx_saison: '2026' } });
      const { customFields } = await stored(subject, 'A1');
      const expected = [
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['xx_marque', 'Emca'],
        ['xx_saison', '2026'],
      ];
      expectEqual(Object.entries(customFields).sort(), expected);
      const same = await save(subject, { reference: 'A1', customFields: { xx_saison: '2026' } });
      expectOutcome(subject, same, 'unchanged');
    },
  },
  {
    name: 'a custom field said to be empty goes, alone',
    capabilities: ['customFields'],
    facts: ['clearing_parts'],
    async run(subject) {
      await save(subject, { reference: 'A1', customFields: { xx_a: '1', xx_b: '2' } }, 'add_product');
      const cleared = await save(subject, { reference: 'A1', customFields: { xx_a: null } });
      expectOutcome(subject, cleared, 'updated');
      expectEqual((await stored(subject, 'A1')).customFields, { xx_b: '2' });
    },
  },
  {
    name: 'translations are kept by language and text; languages and texts not said stay',
    capabilities: ['translations'],
    fields: ['name', 'description', 'metaTitle'],
    async run(subject) {
      const translations = { 'en-gb': { name: 'Figure', description: 'Long' }, de: { name: 'Figur' } };
      await save(subject, { reference: 'A1', fields: { name: 'Figurine' }, translations }, 'add_product');
      await save(subject, {
        reference: 'A1',
        translations: { 'en-gb': { name: 'Toy' }, es: { metaTitle: 'T' } },
      });
      const after = await stored(subject, 'A1');
      const en = { name: 'Toy', description: 'Long' };
      expectEqual(after.translations, { 'en-gb': en, de: { name: 'Figur' }, es: { metaTitle: 'T' } });
      expectFields(subject, after.fields, { name: 'Figurine' });
      const same = await save(subject, { reference: 'A1', translations: { de: { name: 'Figur' } } });
      expectOutcome(subject, same, 'unchanged');
    },
  },
  {
    name: 'a translated text said to be empty goes, and with its last text the language',
    capabilities: ['translations'],
    fields: ['name', 'description'],
    facts: ['clearing_parts'],
    async run(subject) {
      const translations = { en: { name: 'Figure', description: 'Long' }, de: { name: 'Figur' } };
      await save(subject, { reference: 'A1', translations }, 'add_product');
      const cleared = { en: { name: null }, de: { name: null } };
      expectOutcome(subject, await save(subject, { reference: 'A1', translations: cleared }), 'updated');
      expectEqual((await stored(subject, 'A1')).translations, { en: { description: 'Long' } });
    },
  },
  {
    name: 'the image is kept to the byte, replaced by the next one, and left alone by other changes',
    capabilities: ['images'],
    async run(subject) {
      await save(subject, { reference: 'A1', image: PNG }, 'add_product');
      await save(subject, { reference: 'A1', fields: { name: 'x' } });
      assert.equal((await stored(subject, 'A1')).image?.type, 'image/png');
      expectEqual(await imageBytes(subject, 'A1'), PNG.bytes);
      expectOutcome(subject, await save(subject, { reference: 'A1', image: PNG }), 'unchanged');
      expectOutcome(subject, await save(subject, { reference: 'A1', image: JPEG }), 'updated');
      assert.equal((await stored(subject, 'A1')).image?.type, 'image/jpeg');
      expectEqual(await imageBytes(subject, 'A1'), JPEG.bytes);
    },
  },
  {
    name: 'two products may have the same image',
    capabilities: ['images'],
    async run(subject) {
      await save(subject, { reference: 'A1', image: PNG }, 'add_product');
      await save(subject, { reference: 'A2', image: PNG }, 'add_product');
      await save(subject, { reference: 'A1', image: JPEG });
      expectEqual(await imageBytes(subject, 'A2'), PNG.bytes);
    },
  },
  {
    name: 'an image said to be empty goes',
    capabilities: ['images'],
    facts: ['clearing_parts'],
    async run(subject) {
      await save(subject, { reference: 'A1', image: PNG }, 'add_product');
      expectOutcome(subject, await save(subject, { reference: 'A1', image: null }), 'updated');
      assert.equal((await stored(subject, 'A1')).image, undefined);
    },
  },
  {
    name: 'a blob that nobody stored is undefined',
    async run({ reader }) {
      assert.equal(await reader.blob('0'.repeat(64)), undefined);
      assert.equal(await reader.blob('../../etc/passwd'), undefined);
    },
  },
];
