import { type QueryExecutorProvider, type RawBuilder, sql as raw } from 'kysely';
import { type Problem, problem, type Reason } from '../../domain/problem.ts';
import type { Findings } from '../../shop/findings.ts';

/** Something strange that a CMS's records may have. */
export interface RecordCheck {
  readonly reason: Reason;
  readonly entity: 'product' | 'variant' | 'order';
  /** Rows of `record`, and `value` where the sentence has one; in a stable order. */
  readonly rows: RawBuilder<FoundRow>;
}

export interface FoundRow {
  readonly record: string;
  readonly value?: string | number | null;
}

/** How many of a kind are named. */
const NAMED = 10;

/** What the checks find: each kind counted, with the first ones. */
export async function strangeRecords(
  on: QueryExecutorProvider,
  checks: readonly RecordCheck[],
): Promise<readonly Findings[]> {
  const findings: Findings[] = [];
  for (const check of checks) findings.push(await find(on, check));
  return findings.filter(({ count }) => count > 0);
}

async function find(on: QueryExecutorProvider, { reason, entity, rows }: RecordCheck): Promise<Findings> {
  const { rows: counted } = await raw<{
    count: number;
  }>`SELECT COUNT(*) AS count FROM (${rows}) AS found`.execute(on);
  const { rows: named } =
    await raw<FoundRow>`SELECT * FROM (${rows}) AS found LIMIT ${raw.lit(NAMED)}`.execute(on);
  const kept = named.map(
    ({ record, value }): Problem =>
      problem(reason, {
        entity,
        record,
        ...(value !== undefined && value !== null && { value: String(value) }),
      }),
  );
  return { count: counted[0]?.count ?? 0, kept };
}
