import { randomUUID } from 'node:crypto';
import type { Noted, Sql, TakeNumbers } from '../database.ts';
import { saveEffects } from '../effects/save.ts';
import { createInsertRows } from '../many-rows.ts';
import { CHANGE_EVENT, eventCells } from './rows.ts';

/** What events of one transaction have in common, whose numbers they are. */
export interface TakenNumbers {
  /** The first number is the one behind it. */
  readonly before: number;
  readonly salt: string;
}

/** The last group of a random UUID, for which Node draws randomness ahead. */
const SALT_DIGITS = 12;

export async function takeSalted(take: TakeNumbers, sql: Sql, count: number): Promise<TakenNumbers> {
  return { before: await take(sql, count), salt: randomUUID().slice(-SALT_DIGITS) };
}

const insertEvents = createInsertRows(CHANGE_EVENT);

/** Writes what the works of a transaction have noted, in that order: the events, and the effects of exchanges. */
export async function appendChanges(take: TakeNumbers, sql: Sql, noted: readonly Noted[]): Promise<void> {
  if (noted.length === 0) return;
  const { before, salt } = await takeSalted(take, sql, noted.length);
  const rows = noted.map(({ change }, index) => eventCells(change, { sequence: before + index + 1, salt }));
  await insertEvents(sql, rows);
  await saveEffects(sql, noted, before);
}
