import type { ListedProduct, ProductKind } from '../../domain/product.ts';
import type { Slice } from '../../domain/slice.ts';
import { createCheckpoints, listVersion } from '../checkpoints.ts';
import type { Sql } from '../database.ts';
import { END_OF_LIST, readPages } from '../pages.ts';

/** Rows a batch; see docs/performance.md. */
const BATCH = 2000;

// The narrow index product_list answers both without touching the table. A bare `id` in ORDER BY would be the text.
const PAGE = `SELECT CAST(id AS TEXT) AS id, reference FROM product
  WHERE kind = $1 AND product.id > $2 AND product.id <= $3 ORDER BY product.id LIMIT $4`;
const LAST = 'SELECT max(id) AS id FROM product WHERE kind = $1';
const SKIP = `SELECT id FROM product WHERE kind = $1 AND id > $2 ORDER BY id LIMIT 1 OFFSET $3`;

export type ProductList = (slice: Slice) => AsyncIterable<readonly ListedProduct[]>;

/** The list of one kind, oldest first. */
export function createProductList(sql: Sql, kind: ProductKind): ProductList {
  const checkpoints = createCheckpoints({
    version: () => listVersion(sql, 'products'),
    skip: async (id, count) => (await sql.get<{ id: number }>(SKIP, [kind, id, count - 1]))?.id,
  });

  return async function* list({ start, count: limit = Number.POSITIVE_INFINITY }) {
    const version = await checkpoints.version();
    const from = limit === 0 ? undefined : await checkpoints.idBefore(start);
    if (from === undefined) return;
    // What others add while the list is read is for the next one: else a list might never end.
    const newest = (await sql.get<{ id: number | null }>(LAST, [kind]))?.id ?? 0;
    yield* readPages<ListedProduct, number>({
      from,
      async read(after, given) {
        if (after >= newest || given >= limit) return END_OF_LIST;
        const count = Math.min(BATCH, limit - given);
        const items = await sql.all<ListedProduct>(PAGE, [kind, after, newest, count]);
        const end = items.at(-1);
        if (!end) return END_OF_LIST;
        const last = Number(end.id);
        checkpoints.remember(start + given + items.length, last, version);
        return { items, last };
      },
    });
  };
}
