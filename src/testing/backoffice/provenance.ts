import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Origin } from '../../domain/origin.ts';
import type { ProductChange } from '../../domain/product.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { expectEqual, present } from '../contract/expect.ts';
import { decimal, JPEG, PNG } from '../contract/samples.ts';
import { type BackofficeCheck, type BackofficeSubject, NOW, partOf, SETTINGS } from './subject.ts';

const erp = (exchange: string): Origin => ({ by: 'erp', exchange });
const IMPORT: Origin = { by: 'import' };
const SHOP: Origin = { by: 'shop' };

const save = (
  { shop }: BackofficeSubject,
  change: Partial<ProductChange>,
  origin?: Origin,
): Promise<SaveResult> => shop.saveProduct({ reference: 'A', fields: {}, ...change }, 'add_product', origin);

/** Of each path, who wrote it last and by which exchange. */
async function writersOf(
  subject: BackofficeSubject,
  reference = 'A',
): Promise<Readonly<Record<string, string>>> {
  const found = present(await partOf(subject, 'provenance').provenance(reference), reference);
  return Object.fromEntries(
    [...found.fields].map(([path, { by, exchange, at }]) => {
      assert.equal(at, NOW.toISOString());
      return [path, exchange === undefined ? by : `${by} ${exchange}`];
    }),
  );
}

const variant = (stock: string) => ({
  reference: 'V',
  axes: [{ name: 'T', value: 'L' }],
  fields: { stock: decimal(stock) },
});

const warned = ({ warnings }: SaveResult): readonly string[] =>
  warnings
    .filter(({ reason }) => reason !== 'already_exists')
    .map(({ reason, field, record }) => `${reason} ${record} ${field}`)
    .sort();

const needing = (
  checks: readonly Omit<BackofficeCheck, 'needs'>[],
  ...more: BackofficeCheck['needs']
): readonly BackofficeCheck[] => checks.map((check) => ({ ...check, needs: ['provenance', ...more] }));

const writerChecks = needing([
  {
    name: 'a field is its maker’s, until somebody changes it; who says the same again is not noted',
    async run(subject) {
      assert.equal(await partOf(subject, 'provenance').provenance('A'), undefined);
      await save(subject, { fields: { name: 'A', stock: decimal('1'), active: true } }, erp('e1'));
      await save(subject, { fields: { name: 'A', stock: decimal('2') } }, erp('e2'));
      await save(subject, { fields: { name: 'A', stock: decimal('2') } }, erp('e3'));
      await save(subject, { fields: { weight: decimal('1'), name: 'B' } }, IMPORT);
      await save(subject, { fields: { weight: decimal('2') } }, SHOP);
      await save(subject, { fields: { stock: decimal('3') } });
      expectEqual(await writersOf(subject), {
        name: 'import',
        stock: 'erp',
        active: 'erp e1',
        weight: 'shop',
      });
    },
  },
  {
    name: 'each part of a product has its writer, down to its key, also one that was emptied',
    async run(subject) {
      await save(
        subject,
        {
          fields: { name: 'A', ean13: '1' },
          translations: { de: { name: 'N', description: 'D' } },
          categoryPrices: [
            { category: 'C', netPrice: decimal('1') },
            { category: 'D', netPrice: decimal('1') },
          ],
          customFields: { 'xx.a': '1', xx_b: '1' },
        },
        erp('e1'),
      );
      await save(
        subject,
        {
          fields: { ean13: null },
          translations: { de: { name: 'M' } },
          categoryPrices: [{ category: 'C', netPrice: decimal('2') }],
          customFields: { 'xx.a': '2' },
          image: PNG,
        },
        IMPORT,
      );
      expectEqual(await writersOf(subject), {
        name: 'erp e1',
        ean13: 'import',
        'translations.de.name': 'import',
        'translations.de.description': 'erp e1',
        'categoryPrices.C': 'import',
        'categoryPrices.D': 'erp e1',
        'customFields.xx.a': 'import',
        'customFields.xx_b': 'erp e1',
        image: 'import',
      });
    },
  },
  {
    name: 'a variant has its own writers, its parent among its fields',
    async run(subject) {
      await save(subject, { fields: { name: 'A' }, variants: [variant('1')] }, erp('e1'));
      await save(subject, { variants: [variant('2')] }, erp('e2'));
      await save(subject, { reference: 'B' }, erp('e3'));
      await save(subject, { reference: 'B', parent: 'A' }, IMPORT);
      expectEqual(await writersOf(subject), { name: 'erp e1' });
      expectEqual(await writersOf(subject, 'V'), { parent: 'erp e1', axes: 'erp e1', stock: 'erp e2' });
      expectEqual(await writersOf(subject, 'B'), { parent: 'import' });
    },
  },
]);

const FULL: Partial<ProductChange> = {
  fields: { name: 'A', metaTitle: 'T', upc: '1' },
  categoryPath: ['Jouets'],
  priceLevels: { 2: decimal('1') },
  image: PNG,
  translations: { de: { metaTitle: 'T', name: 'N' } },
};
const CHANGED: Partial<ProductChange> = {
  fields: { name: 'B', metaTitle: 'U', upc: null },
  categoryPath: ['Bois', 'Neuf'],
  priceLevels: { 2: decimal('2'), 3: decimal('3') },
  image: JPEG,
  translations: { de: { metaTitle: 'U', name: 'M' } },
};
const OWNED_WARNINGS = SETTINGS.owned.map((field) => `field_owned A ${field}`).sort();

const ownershipChecks = needing(
  [
    {
      name: 'what the shop keeps for itself, it says',
      async run(subject) {
        expectEqual([...partOf(subject, 'provenance').ownedFields()].sort(), [...SETTINGS.owned].sort());
      },
    },
    {
      name: 'the ERP makes a product with all its fields, and then changes none that is the shop’s own: each is told',
      async run(subject) {
        const reader = partOf(subject, 'reader');
        expectEqual(warned(await save(subject, FULL, erp('e1'))), []);
        const made = present(await reader.product('A'), 'the product');
        expectEqual(made.fields, FULL.fields);
        const same = await save(subject, FULL, erp('e2'));
        expectEqual([same.outcome, warned(same)], ['unchanged', []]);
        const changed = await save(subject, CHANGED);
        expectEqual([changed.outcome, warned(changed)], ['updated', OWNED_WARNINGS]);
        expectEqual(await reader.product('A'), {
          ...made,
          fields: { ...made.fields, name: 'B' },
          translations: { de: { metaTitle: 'T', name: 'M' } },
        });
        const again = await save(subject, CHANGED, erp('e3'));
        expectEqual([again.outcome, warned(again)], ['unchanged', OWNED_WARNINGS]);
      },
    },
    {
      name: 'a file and the shop’s own side change everything',
      async run(subject) {
        const reader = partOf(subject, 'reader');
        await save(subject, FULL, erp('e1'));
        expectEqual(warned(await save(subject, CHANGED, IMPORT)), []);
        const imported = present(await reader.product('A'), 'the product');
        expectEqual(
          [imported.fields, imported.categoryPath, imported.image?.type],
          [{ name: 'B', metaTitle: 'U' }, ['Bois', 'Neuf'], 'image/jpeg'],
        );
        expectEqual(warned(await save(subject, FULL, SHOP)), []);
        expectEqual((await reader.product('A'))?.fields, FULL.fields);
        const { image } = await writersOf(subject);
        assert.equal(image, 'shop');
      },
    },
    {
      name: 'an image that is left out is not kept beside',
      async run(subject) {
        const reader = partOf(subject, 'reader');
        await save(subject, { image: PNG }, erp('e1'));
        await save(subject, { reference: 'B', image: JPEG }, SHOP);
        const jpeg = present((await reader.product('B'))?.image, 'the image').sha256;
        const gif = { type: 'image/gif', bytes: Uint8Array.from([0x47, 0x49, 0x46, 0x38]) } as const;
        await save(subject, { image: gif }, erp('e2'));
        assert.ok(await reader.blob(jpeg));
        assert.equal(await reader.blob(createHash('sha256').update(gif.bytes).digest('hex')), undefined);
        expectEqual(await reader.blob((await reader.product('A'))?.image?.sha256 ?? ''), PNG.bytes);
      },
    },
  ],
  'reader',
);

export const provenanceChecks: readonly BackofficeCheck[] = [...writerChecks, ...ownershipChecks];
