import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProductKind } from '../../domain/product.ts';
import type { ListedProduct, Slice } from '../../shop/shop.ts';
import { createCheckpoints, listVersion } from '../checkpoints.ts';
import type { Sql } from '../database.ts';

/** Rows a batch; see docs/performance.md. */
const BATCH = 2000;

// The narrow index product_list answers both without touching the table. A bare `id` in ORDER BY would be the text.
const PAGE = `SELECT CAST(id AS TEXT) AS id, reference FROM product
  WHERE kind = $1 AND product.id > $2 AND product.id <= $3 ORDER BY product.id LIMIT $4`;
const LAST = 'SELECT max(id) AS id FROM product WHERE kind = $1';
const SKIP = `SELECT id FROM product WHERE kind = $1 AND id > $2 ORDER BY id LIMIT 1 OFFSET $3`;

export type ProductList = (slice: Slice) => AsyncIterable<readonly ListedProduct[]>;

/** The list of one kind, oldest first, in batches that leave the event loop to others. */
export function createProductList(sql: Sql, kind: ProductKind): ProductList {
  const checkpoints = createCheckpoints({
    version: () => listVersion(sql, 'products'),
    skip: async (id, count) => (await sql.get<{ id: number }>(SKIP, [kind, id, count - 1]))?.id,
  });

  return async function* list({ start, count = Number.MAX_SAFE_INTEGER }) {
    const version = await checkpoints.version();
    let after = count === 0 ? undefined : await checkpoints.idBefore(start);
    // What others add while the list is read is for the next one: else a list might never end.
    const last = (await sql.get<{ id: number | null }>(LAST, [kind]))?.id ?? 0;
    let served = 0;
    while (after !== undefined && after < last && served < count) {
      const rows = await sql.all<ListedProduct>(PAGE, [kind, after, last, Math.min(BATCH, count - served)]);
      const end = rows.at(-1);
      if (!end) return;
      after = Number(end.id);
      served += rows.length;
      checkpoints.remember(start + served, after, version);
      yield rows;
      await nextTurn();
    }
  };
}
