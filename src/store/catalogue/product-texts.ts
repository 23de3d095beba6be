import { setImmediate as nextTurn } from 'node:timers/promises';
import { defined } from '../../domain/optional.ts';
import type { ProductQuery } from '../../shop/catalogue.ts';
import type { Sql } from '../database.ts';
import { type Conditions, createConditions } from '../places.ts';
import { foldedText } from '../products/folded-text.ts';

/** More words than this say nothing more. */
const MOST_WORDS = 8;
/** Numbers of rows of `product_search` that one statement reads over; so many statements are asked together. */
const READ_OVER = 10_000;
const AT_A_TIME = 4;
/** Ids that one statement names. */
export const IDS_AT_ONCE = 500;

/** What is asked of reference and name, folded as they are. */
export interface AskedTexts {
  readonly words: readonly string[];
  readonly prefix?: string;
}

export const askedTexts = ({ search, prefix }: ProductQuery): AskedTexts => ({
  words: foldedText(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS),
  ...defined({ prefix: prefix === undefined ? undefined : foldedText(prefix) }),
});

export const asksNothing = ({ words, prefix }: AskedTexts): boolean =>
  words.length === 0 && prefix === undefined;

function addTexts({ words, prefix }: AskedTexts, conditions: Conditions): void {
  const either = (text: string, pattern: string): void => {
    const value = conditions.value(pattern.replace('text', text.replace(/[\\%_]/g, '\\$&')));
    conditions.add(`(reference LIKE ${value} ESCAPE '\\' OR name LIKE ${value} ESCAPE '\\')`);
  };
  for (const word of words) either(word, '%text%');
  if (prefix !== undefined) either(prefix, 'text%');
}

/**
 * The ids of all products whose texts are as asked; undefined as soon as they are more than `most`. Reads over every
 * product, some thousands a statement: in one, it would keep everybody else waiting on SQLite. PostgreSQL reads several stretches at
 * the same time.
 */
export async function idsWithTexts(
  sql: Sql,
  asked: AskedTexts,
  most: number,
): Promise<readonly number[] | undefined> {
  const ids: number[] = [];
  for (let from = await idFrom(sql, 0); from !== undefined; ) {
    const begins = Array.from({ length: AT_A_TIME }, (_, place) => Number(from) + place * READ_OVER);
    const found = await Promise.all(begins.map((begin) => idsInStretch(sql, asked, begin)));
    ids.push(...found.flat());
    if (ids.length > most) return undefined;
    from = await idFrom(sql, from + AT_A_TIME * READ_OVER);
    await nextTurn();
  }
  return ids;
}

const NEXT = 'SELECT min(product_id) AS id FROM product_search WHERE product_id >= $1';

/** The lowest id from there on: numbers that nobody has may be many. */
const idFrom = async (sql: Sql, id: number): Promise<number | undefined> =>
  (await sql.get<{ id: number | null }>(NEXT, [id]))?.id ?? undefined;

async function idsInStretch(sql: Sql, asked: AskedTexts, begin: number): Promise<readonly number[]> {
  const conditions = createConditions();
  conditions.add(`product_id >= ${conditions.value(begin)}`);
  conditions.add(`product_id < ${conditions.value(begin + READ_OVER)}`);
  addTexts(asked, conditions);
  const statement = `SELECT product_id AS id FROM product_search ${conditions.where()}`;
  return (await sql.all<{ id: number }>(statement, conditions.parameters)).map(({ id }) => id);
}

/** Those of the ids whose texts are as asked. */
export async function withTexts(
  sql: Sql,
  ids: readonly number[],
  asked: AskedTexts,
): Promise<ReadonlySet<number>> {
  if (asksNothing(asked)) return new Set(ids);
  const found = new Set<number>();
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const conditions = createConditions();
    conditions.add(
      `product_id IN (${idList(ids.slice(start, start + IDS_AT_ONCE), IDS_AT_ONCE, conditions)})`,
    );
    addTexts(asked, conditions);
    const statement = `SELECT product_id AS id FROM product_search ${conditions.where()}`;
    for (const { id } of await sql.all<{ id: number }>(statement, conditions.parameters)) found.add(id);
  }
  return found;
}

/** As many placeholders as `count`: the last id stands for those that are missing, so that one statement is prepared. */
export const idList = (ids: readonly number[], count: number, conditions: Conditions): string =>
  Array.from({ length: count }, (_, index) => conditions.value(ids[index] ?? ids.at(-1) ?? 0)).join(', ');
