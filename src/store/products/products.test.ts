import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, emptiedTestPlace, type TestPlace } from '../../../test/store/dialects.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { FieldKind } from '../../domain/fields.ts';
import {
  PLAIN_FIELDS,
  PRODUCT_FIELDS,
  type ProductChange,
  type ProductOperation,
} from '../../domain/product.ts';
import { VALUES } from '../../testing/contract/samples.ts';
import { KINDS } from '../../testing/model/values.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrations/run.ts';
import { openStore, type Store } from '../open.ts';
import { columnOf } from '../sql-text.ts';

/** What a database may take for something else, where a kind has such a value. */
const TRICKY: Readonly<Partial<Record<FieldKind, unknown>>> = { text: '007', decimal: '0.1', boolean: false };

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;
  /** Looks at the tables themselves, past the store. */
  let tables: Database;
  let time: number;

  beforeEach(async () => {
    place = await emptiedTestPlace(dialect);
    time = Date.UTC(2026, 0, 1);
    store = await openStore({ ...place.options, now: () => new Date(time) });
    tables = await place.open();
  });
  afterEach(async () => {
    await tables.close();
    await store.close();
    await place.remove();
  });

  const save = (
    change: Partial<ProductChange> & { reference: string },
    operation: ProductOperation = 'add_product',
  ) => store.shop.saveProduct({ fields: {}, ...change }, operation);
  const rows = (table: string) => tables.read.all<Record<string, unknown>>(`SELECT * FROM ${table}`);
  const decimal = (text: string): Decimal => text as Decimal;

  test('every field of the domain has its column', async () => {
    await save({ reference: 'A1', fields: { name: 'n' } });
    const columns = async (table: string) => Object.keys((await rows(table))[0] ?? {});
    const known = new Set([...(await columns('product')), ...(await columns('product_text'))]);
    expect(Object.keys(PRODUCT_FIELDS).filter((field) => !known.has(columnOf(field)))).toEqual([]);
  });

  test('an equal write changes no row at all, not even a date', async () => {
    const change = {
      reference: 'A1',
      fields: { name: 'n', stock: decimal('1'), active: false },
      categoryPath: ['x', 'y'],
      customFields: { xx_a: '1' },
      priceLevels: { 2: decimal('3') },
      translations: { en: { name: 't' } },
      image: { type: 'image/png' as const, bytes: new Uint8Array([1, 2]) },
      variants: [{ reference: 'V1', axes: [{ name: 'c', value: 'b' }], fields: { stock: decimal('2') } }],
    };
    await save(change);
    const state = () => Promise.all(['product', 'product_text', 'product_axis', 'category'].map(rows));
    const before = await state();
    time += 60_000;
    expect((await save(change, 'update_product')).outcome).toBe('unchanged');
    expect(await state()).toEqual(before);
    expect((await save({ reference: 'A1', customFields: { xx_a: '2' } }, 'update_product')).outcome).toBe(
      'updated',
    );
    expect((await rows('product')).find(({ id }) => id === 1)).toMatchObject({
      updated_at: '2026-01-01 01:01:00',
    });
  });

  test('saves at the same time create each category once, and each reference once', async () => {
    const references = Array.from({ length: 40 }, (_, index) => `A${index % 20}`);
    const results = await Promise.all(
      references.map((reference) => save({ reference, categoryPath: ['Jouets', 'Bois'] })),
    );
    expect(results.filter(({ outcome }) => outcome === 'created').length).toBe(20);
    expect((await rows('category')).length).toBe(2);
    expect((await rows('product')).length).toBe(20);
  });

  test('a refused family leaves nothing behind, not even its categories', async () => {
    const refused = save({
      reference: 'P1',
      categoryPath: ['Jouets'],
      variants: [
        { reference: 'V1', axes: [], fields: {} },
        { reference: 'P1', axes: [], fields: {} },
      ],
    });
    await expect(refused).rejects.toMatchObject({ problem: { reason: 'variant_of_itself', value: 'P1' } });
    expect([await rows('product'), await rows('category')]).toEqual([[], []]);
  });

  test('families have two levels, also when the levels come in any order', async () => {
    await save({ reference: 'V1', parent: 'P1' }, 'add_option');
    const upwards = save({ reference: 'P1', parent: 'Q1' }, 'add_option');
    await expect(upwards).rejects.toMatchObject({ problem: { reason: 'reference_is_parent', value: 'P1' } });
    const downwards = save({ reference: 'W1', parent: 'V1' }, 'add_option');
    await expect(downwards).rejects.toMatchObject({
      problem: { reason: 'reference_is_parent', value: 'V1' },
    });
    const gammes = save({ reference: 'V1', variants: [{ reference: 'W1', axes: [], fields: {} }] });
    await expect(gammes).rejects.toMatchObject({ problem: { reason: 'reference_is_parent', value: 'V1' } });
    expect((await rows('product')).length).toBe(1);
  });

  test('the image stands in the blob folder under its digest', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 1, 2, 3]);
    await save({ reference: 'A1', image: { type: 'image/png', bytes } });
    const { image } = (await store.backoffice.product('A1')) ?? {};
    expect(image?.type).toBe('image/png');
    expect(new Uint8Array((await store.backoffice.blob(image?.sha256 ?? '')) ?? [])).toEqual(bytes);
  });

  describe('against a model', () => {
    const FIELDS = Object.entries(PRODUCT_FIELDS);
    /** Few of each, so that a value comes again. */
    const ANY: Readonly<Record<FieldKind, fc.Arbitrary<unknown>>> = {
      ...KINDS,
      text: fc.constantFrom('a', 'é', '<b>', ''),
      decimal: fc.integer({ min: -3, max: 3 }).map(String),
    };
    const fields = fc.record(Object.fromEntries(FIELDS.map(([name, kind]) => [name, fc.option(ANY[kind])])), {
      requiredKeys: [],
    });
    const change = fc.tuple(fc.constantFrom('A', 'B', 'C'), fields);

    /** A row of `product` joined with its main texts, by column; without dates. */
    const stored = () =>
      tables.read.all<Record<string, unknown>>(
        `SELECT reference, ${Object.keys(PRODUCT_FIELDS).map(columnOf).join(', ')} FROM product
       LEFT JOIN product_text ON product_id = id AND language = '' ORDER BY reference`,
      );
    const cell = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : (value ?? null));

    test('the last write of each field wins, absent fields are never touched, in every column', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
          const model = new Map<string, Record<string, unknown>>();
          const saves = changes.map(([name, said]) => {
            model.set(name, { ...model.get(name), ...said });
            return save({ reference: name, fields: said as ProductChange['fields'] });
          });
          await Promise.all(saves);
          const expected = [...model].sort().map(([reference, values]) => ({
            reference,
            ...Object.fromEntries(FIELDS.map(([name]) => [columnOf(name), cell(values[name])])),
          }));
          expect(await stored()).toEqual(expected);
          // One database serves all runs.
          for (const table of ['product_search', 'product_text', 'product'])
            await tables.write((sql) => sql.run(`DELETE FROM ${table}`));
        }),
        { numRuns: dialect === 'sqlite' ? 60 : 20 },
      );
    });

    test('a change said twice is unchanged the second time, whatever it says', async () => {
      await fc.assert(
        fc.asyncProperty(change, async ([reference, said]) => {
          const fields = said as ProductChange['fields'];
          await save({ reference, fields });
          const before = await rows('product');
          time += 1000;
          expect((await save({ reference, fields })).outcome).toBe('unchanged');
          expect(await rows('product')).toEqual(before);
        }),
        { numRuns: dialect === 'sqlite' ? 60 : 20 },
      );
    });
  });

  test('plain fields of each kind come back as the domain knows them', async () => {
    const fields = Object.fromEntries(
      Object.entries<FieldKind>(PLAIN_FIELDS).map(([name, kind]) => [
        name,
        TRICKY[kind] ?? VALUES[kind](name, 0),
      ]),
    );
    await save({ reference: 'A1', fields });
    expect((await store.backoffice.product('A1'))?.fields).toEqual(fields);
  });

  test('migrating again does nothing', async () => {
    expect(await migrate(tables)).toEqual([]);
  });
});
