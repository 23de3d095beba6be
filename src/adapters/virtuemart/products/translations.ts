import { sql as raw } from 'kysely';
import type { Product, ProductChange } from '../../../domain/product.ts';
import { languageKey, languageName } from '../site/language.ts';
import type { Languages } from '../site/site.ts';
import type { VirtuemartSql } from '../tables.ts';
import { type TextRow, textChanges, textsOf, writeTexts } from './texts.ts';

type Translations = Product['translations'];
type SaidTranslations = NonNullable<ProductChange['translations']>;

export const textTable = (language: string): string => `virtuemart_products_${language}`;

interface StoredTexts extends TextRow {
  readonly id: number;
  readonly slug: string;
}

/** The texts of these products in the other languages of the site, by product. */
export async function readTranslations(
  sql: VirtuemartSql,
  { others }: Languages,
  products: readonly number[],
): Promise<ReadonlyMap<number, Translations>> {
  const found = new Map<number, Translations>();
  if (products.length === 0) return found;
  for (const language of others)
    for (const row of await readTexts(sql, language, products)) {
      const texts = textsOf(row);
      if (Object.keys(texts).length > 0)
        found.set(row.id, { ...found.get(row.id), [languageName(language)]: texts });
    }
  return found;
}

async function readTexts(
  sql: VirtuemartSql,
  language: string,
  products: readonly number[],
): Promise<readonly StoredTexts[]> {
  const { rows } =
    await raw<StoredTexts>`SELECT virtuemart_product_id AS id, slug, product_name, product_desc,
      product_s_desc, customtitle, metadesc, metakey FROM ${raw.table(textTable(language))}
    WHERE virtuemart_product_id IN (${raw.join(products)})`.execute(sql);
  return rows;
}

/** The languages of a message that the site has, under its own names, and those that it has not. */
export function dividedTranslations(
  { others }: Languages,
  said: SaidTranslations = {},
): { readonly own: SaidTranslations; readonly foreign: SaidTranslations } {
  const isOwn = (language: string): boolean => others.includes(languageKey(language));
  const part = (wanted: boolean): SaidTranslations =>
    Object.fromEntries(Object.entries(said).filter(([language]) => isOwn(language) === wanted));
  return { own: part(true), foreign: part(false) };
}

/** Writes the translations of one product in VirtueMart's tables; true when any changed. */
export async function writeTranslations(
  sql: VirtuemartSql,
  { id, reference }: { readonly id: number; readonly reference: string },
  own: SaidTranslations,
): Promise<boolean> {
  let changed = false;
  for (const [name, said] of Object.entries(own)) {
    const language = languageKey(name);
    const [row] = await readTexts(sql, language, [id]);
    const changes = textChanges(row, said);
    if (Object.keys(changes).length === 0) continue;
    changed = true;
    const place = { table: textTable(language), product: id, reference, slug: row?.slug ?? null };
    await writeTexts(sql, place, changes);
  }
  return changed;
}
