import { sql as raw } from 'kysely';
import type { Changes } from '../../../domain/changes.ts';
import type { ProductTexts } from '../../../domain/product.ts';
import { aliasFrom } from '../../side/alias.ts';
import type { VirtuemartSql } from '../tables.ts';

/** VirtueMart's texts, in a table for each language; an empty one is none. */
const TEXTS = {
  name: 'product_name',
  description: 'product_desc',
  shortDescription: 'product_s_desc',
  metaTitle: 'customtitle',
  metaDescription: 'metadesc',
  metaKeywords: 'metakey',
} as const satisfies Record<keyof ProductTexts, string>;
const TEXT_NAMES = Object.keys(TEXTS) as readonly (keyof ProductTexts)[];

type TextColumn = (typeof TEXTS)[keyof ProductTexts];
export type TextRow = Readonly<Record<TextColumn, string | null>>;
export type TextChanges = Partial<Record<TextColumn, string>>;

export const textsOf = (row: TextRow): Partial<ProductTexts> =>
  Object.fromEntries(TEXT_NAMES.flatMap((name) => (row[TEXTS[name]] ? [[name, row[TEXTS[name]]]] : [])));

/** The columns that have to change. */
export const textChanges = (row: TextRow | undefined, said: Changes<ProductTexts>): TextChanges =>
  Object.fromEntries(
    TEXT_NAMES.flatMap((name) => {
      const text = said[name] === null ? '' : said[name];
      return text === undefined || text === (row?.[TEXTS[name]] ?? '') ? [] : [[TEXTS[name], text]];
    }),
  );

/** A product's texts in one language. `table`: without the prefix. */
export interface TextPlace {
  readonly table: string;
  readonly product: number;
  readonly reference: string;
  /** NULL: there is no row yet. */
  readonly slug: string | null;
}

/** Writes what differs; a product that has no texts in the language gets its row. */
export async function writeTexts(
  sql: VirtuemartSql,
  { table, product, reference, slug }: TextPlace,
  changes: TextChanges,
): Promise<void> {
  const all: TextChanges & { slug?: string } = { ...changes };
  if (!slug) all.slug = await freeSlug(sql, table, [changes.product_name ?? '', reference, String(product)]);
  const entries = Object.entries(slug === null ? { product_desc: '', ...all } : all);
  const set = raw.join(entries.map(([column, value]) => raw`${raw.ref(column)} = ${value}`));
  await (slug === null
    ? raw`INSERT INTO ${raw.table(table)} SET virtuemart_product_id = ${product}, ${set}`
    : raw`UPDATE ${raw.table(table)} SET ${set} WHERE virtuemart_product_id = ${product}`
  ).execute(sql);
}

/** As long as an address may be, with room for a number. */
const LONGEST = 180;

/** An address that no other row of the table has: the first name that gives one, numbered where it is taken. */
export async function freeSlug(sql: VirtuemartSql, table: string, names: readonly string[]): Promise<string> {
  const slug =
    names
      .map(aliasFrom)
      .find((alias) => alias !== '')
      ?.slice(0, LONGEST) ?? '';
  if (!(await isTaken(sql, table, slug))) return slug;
  const { rows } = await raw<{ last: number | null }>`SELECT MAX(CAST(SUBSTRING(slug, ${slug.length + 2})
      AS UNSIGNED)) AS last FROM ${raw.table(table)} WHERE slug REGEXP ${`^${slug}-[0-9]{1,9}$`}
      AND slug LIKE ${`${slug}-%`}`.execute(sql);
  return `${slug}-${Number(rows[0]?.last ?? 1) + 1}`;
}

async function isTaken(sql: VirtuemartSql, table: string, slug: string): Promise<boolean> {
  const { rows } = await raw`SELECT 1 FROM ${raw.table(table)} WHERE slug = ${slug} LIMIT 1`.execute(sql);
  return rows.length > 0;
}
