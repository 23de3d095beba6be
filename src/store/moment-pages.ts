import { readPages } from './pages.ts';

/** A row's place in a list that goes by moment, then by key. */
export interface Place {
  readonly moment: string;
  readonly key: number;
}

export interface MomentPages<Row> {
  /** The next page of the rows of that very moment with a greater key. */
  same(place: Place): Promise<readonly Row[]>;
  /** The next page of the rows of a later moment. */
  later(moment: string): Promise<readonly Row[]>;
  placeOf(row: Row): Place;
}

const BEFORE_ALL: Place = { moment: '', key: 0 };

/**
 * Pages of rows after `from`. Two questions, since SQLite answers `(moment, key) > ($1, $2)` by the moment alone where
 * the key is the row's id, and would go through all rows of a moment again for each page: an import makes very many.
 */
export const readByMoment = <Row>(
  { same, later, placeOf }: MomentPages<Row>,
  from = BEFORE_ALL,
): AsyncGenerator<readonly Row[]> =>
  readPages<Row, Place>({
    from,
    async read(place) {
      const ties = await same(place);
      const rows = ties.length > 0 ? ties : await later(place.moment);
      const last = rows.at(-1);
      return { items: rows, last: last && placeOf(last) };
    },
  });
