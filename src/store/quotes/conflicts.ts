import type { LocalDateTime } from '../../domain/dates.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { defined } from '../../domain/optional.ts';
import { conflictsAmong, type PriceConflict } from '../../domain/pricing/conflicts.ts';
import type { PricingOptions, SalePrices } from '../../domain/pricing/question.ts';
import type { ConflictPage, ConflictPlace } from '../../shop/quotes.ts';
import type { Database, SqlValue } from '../database.ts';
import { readPages } from '../pages.ts';
import { KEY, type PricingRuleRow, pricingRuleFromRow, RULE_KEY, SAID_RULE } from '../price-rules/columns.ts';
import { listed, placeholders } from '../sql-text.ts';

const BATCH = 1000;

const page = (after: string): string => `SELECT ${SAID_RULE.selected('p.')}, p.retired_at AS "retiredAt",
    a.id AS article, a.net_price AS "netPrice", b.net_price AS "parentPrice"
  FROM price_rule p
  LEFT JOIN product a ON a.reference = p.reference
  LEFT JOIN product b ON b.reference = a.parent_reference
  WHERE p.retired_at IS NULL ${after} ORDER BY ${listed(KEY, 'p')} LIMIT ${BATCH}`;
const FIRST = page('');
const BEHIND_PLACE = page('AND (p.reference, p.customer) > ($1, $2)');
const BEHIND_ROW = page(`AND (${listed(KEY, 'p')}) > (${placeholders(KEY.length)})`);

type Row = PricingRuleRow & {
  readonly article: number | null;
  readonly netPrice: Decimal | null;
  readonly parentPrice: Decimal | null;
};

interface Walk {
  readonly statement: string;
  readonly cells?: readonly SqlValue[];
}

export interface ConflictReading {
  readonly after: ConflictPlace | undefined;
  readonly at: LocalDateTime;
  readonly options: PricingOptions;
}

/** Goes through all rules once. Those of one article and customer stand together, over the end of a page too. */
export async function* readConflicts(
  { read: sql }: Database,
  { after, at, options }: ConflictReading,
): AsyncGenerator<ConflictPage> {
  const conflictsOf = (rows: readonly Row[]): readonly PriceConflict[] =>
    rows.length < 2
      ? []
      : conflictsAmong(rows.map(pricingRuleFromRow), { article: articleOf(rows[0]), at, options });
  let together: Row[] = [];
  let done: ConflictPlace | undefined;
  const from: Walk = after
    ? { statement: BEHIND_PLACE, cells: [after.reference, after.customer] }
    : { statement: FIRST };
  const pages = readPages<Row, Walk>({
    from,
    async read({ statement, cells }) {
      const items = await sql.all<Row>(statement, cells);
      const last = items.at(-1);
      return { items, last: last && { statement: BEHIND_ROW, cells: RULE_KEY.rowCells(last) } };
    },
  });
  for await (const rows of pages) {
    const conflicts: PriceConflict[] = [];
    for (const row of rows) {
      if (!isBeside(row, together[0])) {
        conflicts.push(...conflictsOf(together));
        done = placeOf(together[0]) ?? done;
        together = [];
      }
      together.push(row);
    }
    yield { rules: rows.length, conflicts, ...defined({ done }) };
  }
  yield { rules: 0, conflicts: conflictsOf(together) };
}

const placeOf = (row: Row | undefined): ConflictPlace | undefined =>
  row && { reference: row.reference, customer: row.customer };

const isBeside = (row: Row, other: Row | undefined): boolean =>
  row.reference === other?.reference && row.customer === other.customer;

function articleOf(row: Row | undefined): SalePrices | undefined {
  if (!row || row.article === null) return undefined;
  const { netPrice, parentPrice } = row;
  return defined({
    netPrice: netPrice ?? undefined,
    parent: parentPrice === null ? undefined : { netPrice: parentPrice },
  });
}
