import type { Changes } from '../../../domain/changes.ts';
import type { Product, ProductChange, ProductTexts } from '../../../domain/product.ts';
import type { Languages } from '../site/languages.ts';
import type { TheliaSql } from '../tables.ts';
import { TEXT_NAMES, TEXTS, type TextColumns } from './fields.ts';

type Translations = Product['translations'];

/** The columns of texts that a change gives another value; a cleared one is empty. */
export function textChanges(
  before: Partial<Record<keyof TextColumns, string | null>>,
  said: Changes<ProductTexts>,
): Partial<TextColumns> {
  const entries = TEXT_NAMES.flatMap((name) => {
    const text = said[name] === null ? '' : said[name];
    return text === undefined || text === before[TEXTS[name]] ? [] : [[TEXTS[name], text]];
  });
  return Object.fromEntries(entries);
}

/** A product's texts in one language. */
interface Place {
  readonly product: number;
  readonly lang: number;
}

export const insertTexts = (sql: TheliaSql, { product, lang }: Place, texts: Partial<TextColumns>) =>
  sql
    .insertInto('produitdesc')
    .values({
      ...{ titre: '', chapo: '', description: '', postscriptum: '' },
      ...texts,
      produit: product,
      lang,
    })
    .execute();

export const updateTexts = (sql: TheliaSql, { product, lang }: Place, texts: Partial<TextColumns>) =>
  sql.updateTable('produitdesc').set(texts).where('produit', '=', product).where('lang', '=', lang).execute();

const deleteTexts = (sql: TheliaSql, { product, lang }: Place) =>
  sql.deleteFrom('produitdesc').where('produit', '=', product).where('lang', '=', lang).execute();

/**
 * Which of these languages of the ERP stands in each of Thelia's: `en` before `en-gb`, of several the first. Thelia
 * knows a language by its two letters.
 */
function ownersOf(codes: readonly string[], { others }: Languages): ReadonlyMap<number, string> {
  const sorted = [...codes].sort();
  const owners = [...others].flatMap(([code, lang]): [number, string][] => {
    const owner =
      sorted.find((known) => known.toLowerCase() === code) ??
      sorted.find((known) => known.toLowerCase().split(/[-_]/)[0] === code);
    return owner === undefined ? [] : [[lang, owner]];
  });
  return new Map(owners);
}

export interface TranslationRow extends TextColumns {
  readonly produit: number;
  readonly lang: number;
}

export const readTranslationRows = (
  sql: TheliaSql,
  { main }: Languages,
  products: readonly number[],
): Promise<readonly TranslationRow[]> =>
  sql
    .selectFrom('produitdesc')
    .select(['produit', 'lang', 'titre', 'chapo', 'description'])
    .where('produit', 'in', products)
    .where('lang', '!=', main)
    .orderBy('id', 'desc')
    .execute();

/**
 * Writes what a change says in the languages that Thelia has; true when anything changed. `all`: what the ERP has said
 * so far. Without a title Thelia would show a product without a name in that language: such texts wait for it.
 */
export async function writeTranslations(
  sql: TheliaSql,
  languages: Languages,
  {
    product,
    said,
    all,
  }: { product: number; said: NonNullable<ProductChange['translations']>; all: Translations },
): Promise<boolean> {
  const codes = [...new Set([...Object.keys(all), ...Object.keys(said)])];
  const owners = [...ownersOf(codes, languages)].filter(([, code]) => said[code] !== undefined);
  if (owners.length === 0) return false;
  const rows = new Map((await readTranslationRows(sql, languages, [product])).map((row) => [row.lang, row]));
  let changed = false;
  for (const [lang, code] of owners) {
    const texts = { row: rows.get(lang), said: said[code] ?? {}, all: all[code] ?? {} };
    if (await writeTranslation(sql, { product, lang }, texts)) changed = true;
  }
  return changed;
}

async function writeTranslation(
  sql: TheliaSql,
  place: Place,
  {
    row,
    said,
    all,
  }: { row: TranslationRow | undefined; said: Changes<ProductTexts>; all: Partial<ProductTexts> },
): Promise<boolean> {
  const changes = textChanges(row ?? {}, row ? said : all);
  if (Object.keys(changes).length === 0 || (!row && !changes.titre)) return false;
  const after = { ...row, ...changes };
  if (!row) await insertTexts(sql, place, changes);
  else if (!after.titre && !after.chapo && !after.description) await deleteTexts(sql, place);
  else await updateTexts(sql, place, changes);
  return true;
}

/** What the ERP said, and over it what Thelia shows: a person may have changed it there. */
export function translationsOf(
  said: Translations,
  rows: readonly TranslationRow[],
  languages: Languages,
): Translations {
  const owners = ownersOf(Object.keys(said), languages);
  const codes = new Map([...languages.others].map(([code, lang]) => [lang, code]));
  const shown = rows.map((row): [string, Partial<ProductTexts>] => {
    const code = owners.get(row.lang) ?? codes.get(row.lang) ?? '';
    const texts = new Map<string, string>(Object.entries(said[code] ?? {}));
    for (const name of TEXT_NAMES)
      if (row[TEXTS[name]] === '') texts.delete(name);
      else texts.set(name, row[TEXTS[name]]);
    return [code, Object.fromEntries(texts)];
  });
  const all = Object.entries({ ...said, ...Object.fromEntries(shown) });
  return Object.fromEntries(all.filter(([code, texts]) => code !== '' && Object.keys(texts).length > 0));
}
