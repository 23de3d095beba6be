import { fail } from '../../../domain/error.ts';
import type { TheliaSql } from '../tables.ts';

/** Thelia's name for the top of all rubriques, which is none itself. */
export const TOP = 0;

/** Where products without a category go if nothing else is configured: in Thelia each product has a rubrique. */
const CATALOGUE = 'Catalogue';

/** The rubrique of that title below another one; of several the oldest. */
export async function findCategory(
  sql: TheliaSql,
  { parent, name, language }: { readonly parent: number; readonly name: string; readonly language: number },
): Promise<number | undefined> {
  const rows = await sql
    .selectFrom('rubrique')
    .innerJoin('rubriquedesc as texts', 'texts.rubrique', 'rubrique.id')
    .select(['rubrique.id as id', 'texts.titre as name'])
    .where('rubrique.parent', '=', parent)
    .where('texts.lang', '=', language)
    .where('texts.titre', '=', name)
    .orderBy('rubrique.id')
    .execute();
  // The database takes « Été » for "ete": the one that is written so, if there is one.
  return (rows.find((row) => row.name === name) ?? rows[0])?.id;
}

/** Rejects with `cms_setting_unknown` for a path that does not exist. */
export async function checkDefaultCategory(
  sql: TheliaSql,
  language: number,
  path: readonly string[] | undefined,
): Promise<readonly string[]> {
  if (path === undefined || path.length === 0) return [CATALOGUE];
  let parent = TOP;
  for (const name of path) {
    const found = await findCategory(sql, { parent, name, language });
    if (found === undefined)
      throw fail('cms_setting_unknown', {
        field: 'cms.defaultCategory',
        value: path.join(' > '),
        expected: await namesBelow(sql, parent, language),
      });
    parent = found;
  }
  return path;
}

async function namesBelow(sql: TheliaSql, parent: number, language: number): Promise<string> {
  const rows = await sql
    .selectFrom('rubrique')
    .innerJoin('rubriquedesc as texts', 'texts.rubrique', 'rubrique.id')
    .select('texts.titre as name')
    .where('rubrique.parent', '=', parent)
    .where('texts.lang', '=', language)
    .orderBy('rubrique.classement')
    .execute();
  return rows.map(({ name }) => name).join(', ');
}
