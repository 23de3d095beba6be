import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import type { Slice } from '../../domain/slice.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrations/run.ts';
import { createProductList, type ProductList } from './lists.ts';

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  /** Two databases on one place, as two processes have. */
  let ours: Database;
  let theirs: Database;
  let list: ProductList;

  beforeEach(async () => {
    place = await testPlace(dialect);
    ours = await place.open();
    await migrate(ours);
    theirs = await place.open();
    list = createProductList(ours.read, 'product');
  });
  afterEach(async () => {
    await Promise.all([ours.close(), theirs.close()]);
    await place.remove();
  });

  const SERIES = `WITH RECURSIVE n(i) AS (SELECT CAST($1 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)`;
  const add = (from: number, to: number): Promise<number> =>
    theirs.write((sql) =>
      sql.run(
        `INSERT INTO product (reference, kind, created_at, updated_at) ${SERIES} SELECT 'R' || i, 'product', '', '' FROM n`,
        [from, to],
      ),
    );
  /** As a `<gammes>` block in another process does. */
  const convert = (reference: string): Promise<unknown> =>
    theirs.write(async (sql) => {
      await sql.run(`UPDATE product SET kind = 'variant', parent_reference = 'P' WHERE reference = $1`, [
        reference,
      ]);
      await sql.run(`UPDATE list_state SET changes = changes + 1 WHERE name = 'products'`);
    });
  const numbered = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => `R${from + index}`);

  async function read(slice: Slice): Promise<readonly string[]> {
    const all: string[] = [];
    for await (const batch of list(slice)) for (const { reference } of batch) all.push(reference);
    return all;
  }

  test('any page of a long list is right, in any order of asking', async () => {
    await add(0, 9001);
    for (const start of [8999, 0, 4000, 3999, 4001, 8000, 2000, 1, 9000]) {
      expect(await read({ start, count: 3 })).toEqual(numbered(start, Math.min(start + 3, 9001)));
    }
    expect(await read({ start: 9001, count: 3 })).toEqual([]);
    expect(await read({ start: 1e15, count: 3 })).toEqual([]);
    expect(await read({ start: 0 })).toEqual(numbered(0, 9001));
  });

  test('pages that follow each other miss and repeat nothing while another process adds', async () => {
    await add(0, 5000);
    const all: string[] = [];
    for (let start = 0; start < 6000; start += 500) {
      all.push(...(await read({ start, count: 500 })));
      await add(5000 + start, 5000 + start + 500);
    }
    expect(all).toEqual(numbered(0, 6000));
  });

  test('when another process takes a product out of the middle, the positions behind it are found anew', async () => {
    await add(0, 6000);
    expect(await read({ start: 5000, count: 2 })).toEqual(['R5000', 'R5001']);
    expect(await read({ start: 5002, count: 1 })).toEqual(['R5002']);
    await convert('R10');
    expect(await read({ start: 5000, count: 2 })).toEqual(['R5001', 'R5002']);
    expect(await read({ start: 5002, count: 1 })).toEqual(['R5003']);
    expect(await read({ start: 9, count: 2 })).toEqual(['R9', 'R11']);
  });

  test('a list that is being read ends, however fast others add', async () => {
    await add(0, 3000);
    let next = 3000;
    let seen = 0;
    for await (const batch of list({ start: 0 })) {
      seen += batch.length;
      await add(next, next + 3000);
      next += 3000;
    }
    expect(seen).toBe(3000);
  });
});
