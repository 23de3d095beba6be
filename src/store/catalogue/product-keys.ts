import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProductOrder, ProductQuery } from '../../shop/catalogue.ts';
import type { Place } from '../../shop/pages.ts';
import type { Sql } from '../database.ts';
import { behind, type Conditions, createConditions, type Order, orderBy, upTo } from '../places.ts';
import { addChecks, FEW, namedIds, namingsOf } from './product-filters.ts';
import {
  type AskedTexts,
  askedTexts,
  asksNothing,
  IDS_AT_ONCE,
  idList,
  idsWithTexts,
  withTexts,
} from './product-texts.ts';

/** Rows that one statement looks at: enough that few are needed, few enough that others get their turn. */
const LOOKED_AT = 5_000;
/** How many ids a statement has: few sizes, so that few statements are prepared. */
const ID_COUNTS = [50, 500, FEW];

const COLUMNS = {
  id: ['id'],
  reference: ['reference'],
  name: ['name', 'product_id'],
  updatedAt: ['updated_at', 'id'],
} as const satisfies Readonly<Record<ProductOrder, readonly string[]>>;

export interface ProductKey {
  readonly id: number;
  readonly reference: string;
  readonly updatedAt: string;
  /** Folded; in the order of names. */
  readonly name?: string;
}

const KEYS = 'SELECT id, reference, updated_at AS "updatedAt" FROM product';
const KEYS_WITH_NAMES =
  'SELECT id, product.reference, updated_at AS "updatedAt", name ' +
  'FROM product JOIN product_search ON product_search.product_id = product.id';
const keysOf = ({ order }: ProductQuery): string => (order === 'name' ? KEYS_WITH_NAMES : KEYS);

const PLACES: Readonly<Record<ProductOrder, (key: ProductKey) => Place>> = {
  id: ({ id }) => [id],
  reference: ({ reference }) => [reference],
  name: ({ name = '', id }) => [name, id],
  updatedAt: ({ updatedAt, id }) => [updatedAt, id],
};

export const placeOf = ({ order }: ProductQuery, key: ProductKey): Place => PLACES[order](key);

const orderOf = ({ order, isDescending }: ProductQuery): Order => ({ columns: COLUMNS[order], isDescending });

/**
 * The keys of the first `limit` products of a page, in its order. Whatever is asked for, no statement reads over more
 * than some thousands of rows, and memory holds some ten thousands of ids at most.
 */
export async function readKeys(sql: Sql, query: ProductQuery): Promise<readonly ProductKey[]> {
  const asked = askedTexts(query);
  const ids = await fewIds(sql, query, asked);
  return ids ? readNamed(sql, query, ids) : lookThrough(sql, query, asked);
}

/** The ids that one of the filters leaves, without those whose texts are others; undefined where none leaves few. */
async function fewIds(
  sql: Sql,
  query: ProductQuery,
  asked: AskedTexts,
): Promise<readonly number[] | undefined> {
  for (const naming of namingsOf(query, asked.prefix)) {
    const ids = await namedIds(sql, naming);
    if (ids) return [...(await withTexts(sql, ids, asked))];
  }
  return asked.words.length > 0 ? idsWithTexts(sql, asked, FEW) : undefined;
}

/** Of each few of them the first, then of those: a page is far shorter than what one statement puts in order. */
async function readNamed(
  sql: Sql,
  query: ProductQuery,
  ids: readonly number[],
): Promise<readonly ProductKey[]> {
  const atOnce = Math.max(FEW, 2 * query.limit);
  if (ids.length <= atOnce) return readFew(sql, query, ids);
  const first: number[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const keys = await readFew(sql, query, ids.slice(start, start + atOnce));
    first.push(...keys.map(({ id }) => id));
    await nextTurn();
  }
  return readNamed(sql, query, first);
}

async function readFew(
  sql: Sql,
  query: ProductQuery,
  ids: readonly number[],
): Promise<readonly ProductKey[]> {
  if (ids.length === 0) return [];
  const conditions = createConditions();
  const count = ID_COUNTS.find((most) => most >= ids.length) ?? ids.length;
  conditions.add(`id IN (${idList(ids, count, conditions)})`);
  addChecks(query, conditions);
  if (query.after) behind(orderOf(query), query.after, conditions);
  return readOrdered(sql, query, conditions);
}

function readOrdered(sql: Sql, query: ProductQuery, conditions: Conditions): Promise<readonly ProductKey[]> {
  const limit = conditions.value(query.limit);
  const statement = `${keysOf(query)} ${conditions.where()} ${orderBy(orderOf(query))} LIMIT ${limit}`;
  return sql.all<ProductKey>(statement, conditions.parameters);
}

/**
 * Looks at row after row in the order, some thousands a statement: what matches nothing would else be read over in one,
 * which on SQLite keeps everybody waiting.
 */
async function lookThrough(sql: Sql, query: ProductQuery, asked: AskedTexts): Promise<readonly ProductKey[]> {
  const isChecked = addChecks(query, createConditions()) || !asksNothing(asked) || !isByKind(query);
  const found: ProductKey[] = [];
  for (let { after } = query; ; ) {
    const from: ProductQuery = { ...query, ...(after && { after }) };
    const end = isChecked ? await endOfStretch(sql, from) : undefined;
    const missing = query.limit - found.length;
    const limit = asksNothing(asked) ? missing : LOOKED_AT;
    const keys = await readStretch(sql, { ...from, limit }, end);
    found.push(...(await firstWithTexts(sql, keys, { asked, missing })));
    if (!end || found.length >= query.limit) return found;
    after = end;
    await nextTurn();
  }
}

/** Whether the order's index has products apart from variants. */
const isByKind = ({ order }: ProductQuery): boolean => order !== 'reference' && order !== 'name';

const ENDS: Readonly<Record<ProductOrder, string>> = {
  id: 'SELECT id FROM product',
  reference: 'SELECT reference FROM product',
  name: 'SELECT name, product_id AS id FROM product_search',
  updatedAt: 'SELECT updated_at AS "updatedAt", id FROM product',
};

/** Where the rows end that are looked at next, read from the order's index alone; undefined where fewer are left. */
async function endOfStretch(sql: Sql, query: ProductQuery): Promise<Place | undefined> {
  const { order, kind, after } = query;
  const conditions = createConditions();
  if (isByKind(query)) conditions.add(`kind = ${conditions.value(kind)}`);
  if (after) behind(orderOf(query), after, conditions);
  const key = await sql.get<ProductKey>(
    `${ENDS[order]} ${conditions.where()} ${orderBy(orderOf(query))} LIMIT 1 OFFSET ${LOOKED_AT - 1}`,
    conditions.parameters,
  );
  return key && placeOf(query, key);
}

function readStretch(sql: Sql, query: ProductQuery, end: Place | undefined): Promise<readonly ProductKey[]> {
  const conditions = createConditions();
  addChecks(query, conditions);
  if (query.after) behind(orderOf(query), query.after, conditions);
  if (end) upTo(orderOf(query), end, conditions);
  return readOrdered(sql, query, conditions);
}

/** Some at once, until there are enough. */
async function firstWithTexts(
  sql: Sql,
  keys: readonly ProductKey[],
  { asked, missing }: { readonly asked: AskedTexts; readonly missing: number },
): Promise<readonly ProductKey[]> {
  const found: ProductKey[] = [];
  for (let start = 0; start < keys.length && found.length < missing; start += IDS_AT_ONCE) {
    const some = keys.slice(start, start + IDS_AT_ONCE);
    const ids = await withTexts(
      sql,
      some.map(({ id }) => id),
      asked,
    );
    found.push(...some.filter(({ id }) => ids.has(id)));
  }
  return found.slice(0, missing);
}
