import type { ListedProduct, Product, ProductKind } from '../../domain/product.ts';
import type { Slice } from '../../domain/slice.ts';
import { END_OF_LIST, type Page, readPages } from '../../store/pages.ts';

const BATCH = 2000;
/** Of whole records. */
const RECORDS = 500;

/** Records in the order of a key that only grows. */
export interface KeyedRecords {
  /** The key of the record at this place, the first is 0; undefined beyond the last one. */
  keyAt(place: number): Promise<number | undefined>;
  /** The greatest key; undefined where there is no record. */
  newest(): Promise<number | undefined>;
  /** Behind `after`, and not beyond `newest`. */
  page(range: KeyRange): Promise<readonly KeyedRecord[]>;
}

export interface KeyRange {
  readonly after: number;
  readonly newest: number;
  readonly limit: number;
}

interface KeyedRecord extends ListedProduct {
  readonly key: number;
}

/** The list of these records, oldest first: by a key that only grows, so that pages do not shift while others add. */
export async function* listByKey(
  records: KeyedRecords,
  { start, count: limit = Number.POSITIVE_INFINITY }: Slice,
): AsyncGenerator<readonly ListedProduct[]> {
  if (limit === 0) return;
  const from = start === 0 ? 0 : await records.keyAt(start - 1);
  // What others add while the list is read is for the next one: else a list might never end.
  const newest = from === undefined ? undefined : await records.newest();
  if (from === undefined || newest === undefined) return;
  yield* readPages<ListedProduct, number>({
    from,
    async read(after, given) {
      if (after >= newest || given >= limit) return END_OF_LIST;
      const rows = await records.page({ after, newest, limit: Math.min(BATCH, limit - given) });
      const items = rows.map(({ id, reference }) => ({ id, reference }));
      return { items, last: rows.at(-1)?.key };
    },
  });
}

/** Products in the order of their keys. */
interface KeyedProducts {
  /** The greatest key of that kind; undefined where there is none. */
  newest(kind: ProductKind): Promise<number | undefined>;
  page(kind: ProductKind, range: KeyRange): Promise<Page<Product, number>>;
}

/** All products, then all variants. What others add meanwhile is for the next reading: else it might never end. */
export async function* readByKind({ newest, page }: KeyedProducts): AsyncGenerator<readonly Product[]> {
  for (const kind of ['product', 'variant'] as const) {
    const last = await newest(kind);
    if (last === undefined) continue;
    yield* readPages<Product, number>({
      from: 0,
      read: async (after) =>
        after >= last ? END_OF_LIST : page(kind, { after, newest: last, limit: RECORDS }),
    });
  }
}
