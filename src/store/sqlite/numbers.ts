import type { TakeNumbers } from '../database.ts';

const NEWEST = 'SELECT coalesce(max(sequence), 0) AS last FROM change_event';

/** Whoever writes is alone until his commit. A row that counts would be one page more in each. */
export const takeNumbers: TakeNumbers = async (sql) => (await sql.get<{ last: number }>(NEWEST))?.last ?? 0;
