import type { Sql, Staging } from './database.ts';

/** Parts of the store whose bulk messages are planned before they take the write lock. */
export type PlannedPart = 'price-rules' | 'customers';

export interface PlannedMerge<Plan, Result> {
  readonly part: PlannedPart;
  /** Compares what was staged with what is stored, and writes temporary tables only. May run several times. */
  plan(sql: Sql): Promise<Plan>;
  /** Writes what was planned; holds the write lock, so it decides nothing. */
  apply(sql: Sql, plan: Plan): Promise<Result>;
}

/** How often a plan is made without the lock, before it is made under it: somebody else may always be faster. */
const FREE_ATTEMPTS = 2;

const READ = 'SELECT revision FROM part_revision WHERE part = $1';
const MOVE = 'UPDATE part_revision SET revision = revision + 1 WHERE part = $1';
const MOVE_FROM = `${MOVE} AND revision = $2`;

/**
 * The one write transaction of a bulk message. Nearly all of its work is comparing, which needs no lock as long as
 * nobody writes meanwhile: the part's revision, which every writer of it moves, tells. So other writers wait for the
 * bare writes only.
 */
export async function mergePlanned<Plan, Result>(
  staging: Staging,
  { part, plan, apply }: PlannedMerge<Plan, Result>,
): Promise<Result> {
  for (let attempt = 0; attempt < FREE_ATTEMPTS; attempt += 1) {
    const before = await staging.sql.get<{ revision: number }>(READ, [part]);
    const planned = await plan(staging.sql);
    const done = await staging.merge(async (sql) => {
      const current = (await sql.run(MOVE_FROM, [part, before?.revision ?? 0])) === 1;
      return current ? { result: await apply(sql, planned) } : undefined;
    });
    if (done) return done.result;
  }
  return staging.merge(async (sql) => {
    await moveRevision(sql, part);
    return apply(sql, await plan(sql));
  });
}

/** Every write to the part's tables calls this first, in its transaction. */
export async function moveRevision(sql: Sql, part: PlannedPart): Promise<void> {
  await sql.run(MOVE, [part]);
}
