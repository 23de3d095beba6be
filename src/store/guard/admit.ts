import { randomUUID } from 'node:crypto';
import { fail, type PasserelleError } from '../../domain/error.ts';
import { type GuardedKind, type GuardLimits, guardLimit } from '../../domain/guard.ts';
import type { Origin } from '../../domain/origin.ts';
import type { Reason } from '../../domain/problem.ts';
import type { GuardHold } from '../../shop/guard-desk.ts';
import type { Database, Sql } from '../database.ts';
import { RUN_GAP_MS } from '../journal/runs.ts';
import { orUpdate } from '../sql-text.ts';
import { GUARD_HOLD, GUARD_WINDOW, type GuardWindow, type HoldRow, type WindowRow } from './rows.ts';

/** Who writes, and at which instant. */
interface Writing {
  readonly origin: Origin;
  readonly at: string;
}

/** A change of a stored product that is watched. */
interface GuardedChange {
  readonly kinds: readonly GuardedKind[];
  readonly reference: string;
  readonly writing: Writing;
}

/** Counts what a run does to the catalogue, in the transaction of the change. */
export interface Guard {
  /** Rejects with `too_many_…` when the change would be one too many, or such changes are held. */
  admit(sql: Sql, change: GuardedChange): Promise<void>;
}

const ACTIVE_HOLDS = `${GUARD_HOLD.select} WHERE status IN ('held', 'refused') OR (status = 'released' AND until_at > $1)`;
const WINDOW = `${GUARD_WINDOW.select} WHERE name = 'products'`;
const COUNT_PRODUCTS = 'SELECT count(*) AS count FROM product';
const SAVE_WINDOW = `${GUARD_WINDOW.insert} ${orUpdate(
  ['name'],
  GUARD_WINDOW.names.filter((name) => name !== 'name'),
)}`;

export const createGuard = (limits: GuardLimits): Guard => ({
  async admit(sql, { kinds, reference, writing }) {
    const watched = kinds.filter((kind) => limits.percent[kind] !== undefined);
    // What the shop's own side and its files say is meant.
    if (watched.length === 0 || writing.origin.by !== 'erp') return;
    const holds = (await sql.all<HoldRow>(ACTIVE_HOLDS, [writing.at])).map(GUARD_HOLD.fromRow);
    const held = holds.find(({ kind, status }) => watched.includes(kind) && status !== 'released');
    if (held) throw heldBy(held, reference);
    const counted = watched.filter((kind) => !holds.some((hold) => hold.kind === kind));
    if (counted.length === 0) return;
    const window = await currentWindow(sql, writing.at);
    for (const kind of counted) {
      const limit = guardLimit(limits, kind, window.catalogue);
      if (limit !== undefined && window[kind] >= limit)
        throw new TooMany(newHold({ kind, count: window[kind], limit, window, reference, writing }));
    }
    const counts = Object.fromEntries(counted.map((kind) => [kind, window[kind] + 1]));
    await sql.run(SAVE_WINDOW, GUARD_WINDOW.cells({ ...window, ...counts, lastAt: writing.at }));
  },
});

/** A run ends with a pause; the next one is counted from the beginning. */
async function currentWindow(sql: Sql, at: string): Promise<GuardWindow> {
  const row = await sql.get<WindowRow>(WINDOW);
  if (row && Date.parse(at) - Date.parse(row.lastAt) <= RUN_GAP_MS) return GUARD_WINDOW.fromRow(row);
  const catalogue = Number((await sql.get<{ count: number }>(COUNT_PRODUCTS))?.count ?? 0);
  return { name: 'products', lastAt: at, catalogue, deactivated: 0, repriced: 0, emptied: 0 };
}

interface Excess extends Pick<GuardHold, 'kind' | 'count' | 'limit' | 'reference'> {
  readonly window: GuardWindow;
  readonly writing: Writing;
}

const newHold = ({ window, writing, ...excess }: Excess): GuardHold => ({
  id: randomUUID().slice(0, 8),
  status: 'held',
  at: writing.at,
  ...(writing.origin.exchange !== undefined && { exchange: writing.origin.exchange }),
  catalogue: window.catalogue,
  ...excess,
});

const REASONS = {
  deactivated: 'too_many_deactivated',
  repriced: 'too_many_repriced',
  emptied: 'too_many_emptied',
} as const satisfies Readonly<Record<GuardedKind, Reason>>;

const heldBy = ({ id, kind, limit, catalogue }: GuardHold, reference: string): PasserelleError =>
  fail(REASONS[kind], { entity: 'product', record: reference, value: id, limit, total: catalogue });

/** Undoes the change; the hold itself must not be undone with it. */
class TooMany extends Error {
  readonly hold: GuardHold;
  constructor(hold: GuardHold) {
    super('a run goes beyond its limit');
    this.hold = hold;
  }
}

const IS_HELD = `SELECT id FROM guard_hold WHERE kind = $1 AND status IN ('held', 'refused')`;

/** Runs a write; where the guard stops it, the hold is durable before the caller is told. */
export async function guarded<Result>(database: Database, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const { hold } = error;
    await database.write(async (sql) => {
      // Of two that come at the same time the first has put it on.
      if (!(await sql.get(IS_HELD, [hold.kind]))) await sql.run(GUARD_HOLD.insert, GUARD_HOLD.cells(hold));
    });
    throw heldBy(hold, hold.reference);
  }
}
