import { type GuardDesk, RELEASED_HOURS } from '../../shop/guard-desk.ts';
import type { StoreContext } from '../context.ts';
import { GUARD_HOLD, type HoldRow } from './rows.ts';

const LAST = `${GUARD_HOLD.select} ORDER BY at DESC, id LIMIT 100`;
const FIND = `${GUARD_HOLD.select} WHERE id = $1`;
const DECIDE =
  'UPDATE guard_hold SET status = $2, decided_at = $3, decided_by = $4, until_at = $5 WHERE id = $1';
const FORGET_WINDOW = 'DELETE FROM guard_window';
const HOUR_MS = 3_600_000;

export const createGuardDesk = ({
  database,
  instant,
}: Pick<StoreContext, 'database' | 'instant'>): GuardDesk => ({
  holds: async () => (await database.read.all<HoldRow>(LAST)).map(GUARD_HOLD.fromRow),
  decideHold: (id, { status, by }) =>
    database.write(async (sql) => {
      const at = instant();
      const until =
        status === 'released' ? new Date(Date.parse(at) + RELEASED_HOURS * HOUR_MS).toISOString() : null;
      if ((await sql.run(DECIDE, [id, status, at, by, until])) === 0) return undefined;
      // What comes next is counted from the beginning.
      await sql.run(FORGET_WINDOW);
      const row = await sql.get<HoldRow>(FIND, [id]);
      return row && GUARD_HOLD.fromRow(row);
    }),
});
