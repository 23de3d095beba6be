import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql } from '../database.ts';
import { BEYOND } from './rows.ts';

/** Payloads that one statement adds up, from an index alone: in one, a million would keep everybody else waiting on SQLite. */
const ADDED_UP = 20_000;
const SUM = `SELECT coalesce(sum(bytes), 0) AS bytes, min(exchange_id) AS first FROM
  (SELECT exchange_id, bytes FROM exchange_payload WHERE exchange_id < $1 ORDER BY exchange_id DESC LIMIT ${ADDED_UP}) AS newest`;
const SIZES = `SELECT exchange_id AS id, bytes FROM exchange_payload WHERE exchange_id < $1 AND exchange_id >= $2
  ORDER BY exchange_id DESC`;

interface Sum {
  readonly bytes: number;
  readonly first: string | null;
}

/** Of the payloads, newest first, the first that `mostBytes` has no room for; undefined where it has for all. */
export async function lastBeyond(sql: Sql, mostBytes: number): Promise<string | undefined> {
  let room = mostBytes;
  for (let before = BEYOND; ; ) {
    const sum = await sql.get<Sum>(SUM, [before]);
    if (!sum || sum.first === null) return undefined;
    if (Number(sum.bytes) > room) return firstBeyond(sql, { before, first: sum.first, room });
    room -= Number(sum.bytes);
    before = sum.first;
    await nextTurn();
  }
}

interface Stretch {
  readonly before: string;
  readonly first: string;
  readonly room: number;
}

async function firstBeyond(sql: Sql, { before, first, room }: Stretch): Promise<string | undefined> {
  let left = room;
  for (const { id, bytes } of await sql.all<{ id: string; bytes: number }>(SIZES, [before, first])) {
    left -= bytes;
    if (left < 0) return id;
  }
  return undefined;
}
