import type { TakeNumbers } from '../database.ts';

/**
 * Who takes numbers holds the row until his commit, also a bulk message, which does not hold the shop's lock. A store
 * that comes from elsewhere brings its events, and their numbers, but not this count.
 */
const TAKE = `UPDATE change_feed
  SET last = greatest(last, (SELECT coalesce(max(sequence), 0) FROM change_event)) + $1
  WHERE name = 'changes' RETURNING last`;

export const takeNumbers: TakeNumbers = async (sql, count) => {
  const feed = await sql.get<{ last: number }>(TAKE, [count]);
  if (!feed) throw new Error('the feed has its row');
  return feed.last - count;
};
