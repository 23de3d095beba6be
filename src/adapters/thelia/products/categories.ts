import { sql as raw } from 'kysely';
import { holdLock } from '../../side/locks.ts';
import { findCategory, TOP } from '../site/categories.ts';
import type { Site } from '../site/site.ts';
import { sideOf, type TheliaSql } from '../tables.ts';
import { rewriteCategory } from './addresses.ts';

/** The rubrique at the end of `path`, created where missing; `null` for the empty path. */
export async function categoryIdFromPath(
  sql: TheliaSql,
  site: Site,
  path: readonly string[],
): Promise<number | null> {
  if (path.length === 0) return null;
  const { id, missing } = await followPath(sql, site, path);
  if (missing.length === 0) return id;
  // Whoever else was making the same one has made it now.
  await holdLock(sideOf(sql), 'categories');
  const again = await followPath(sql, site, path);
  let category = again.id;
  for (const name of again.missing) category = await addCategory(sql, site, { parent: category, name });
  return category;
}

/** How far a path leads, and what is missing behind it. */
async function followPath(
  sql: TheliaSql,
  { languages: { main: language } }: Site,
  path: readonly string[],
): Promise<{ readonly id: number; readonly missing: readonly string[] }> {
  let id = TOP;
  for (const [index, name] of path.entries()) {
    const found = await findCategory(sql, { parent: id, name, language });
    if (found === undefined) return { id, missing: path.slice(index) };
    id = found;
  }
  return { id, missing: [] };
}

/** As Thelia's own form makes one: on line, behind its siblings. */
async function addCategory(
  sql: TheliaSql,
  site: Site,
  { parent, name }: { readonly parent: number; readonly name: string },
): Promise<number> {
  const siblings = await sql
    .selectFrom('rubrique')
    .select(raw<number | null>`MAX(classement)`.as('last'))
    .where('parent', '=', parent)
    .executeTakeFirst();
  const { insertId } = await sql
    .insertInto('rubrique')
    .values({ parent, lien: '', ligne: 1, classement: (siblings?.last ?? 0) + 1 })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await sql
    .insertInto('rubriquedesc')
    .values({ rubrique: id, lang: site.languages.main, titre: name, ...EMPTY_TEXTS })
    .execute();
  if (site.rewrites) await rewriteCategory(sql, { id, name, lang: site.languages.main });
  return id;
}

const EMPTY_TEXTS = { chapo: '', description: '', postscriptum: '' };

/** The rubrique of products that the ERP puts nowhere. */
export async function defaultCategoryId(sql: TheliaSql, site: Site): Promise<number> {
  return (await categoryIdFromPath(sql, site, site.defaultCategory)) ?? TOP;
}

/** Of so many of a rubrique's products the places are looked at: it may have any number of them. */
const NEWEST = 100;

/** The place behind the products of a rubrique: the newest stand last, unless a person sorted them. */
export async function nextPlace(sql: TheliaSql, category: number): Promise<number> {
  const { rows } = await raw<{ last: number | null }>`SELECT MAX(classement) AS last FROM (
    SELECT classement FROM produit WHERE rubrique = ${category} ORDER BY id DESC LIMIT ${raw.lit(NEWEST)}
  ) AS newest`.execute(sql);
  return (rows[0]?.last ?? 0) + 1;
}
