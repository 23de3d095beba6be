import { sql as raw } from 'kysely';
import type { Axis } from '../../../domain/product.ts';
import { holdLock } from '../../side/locks.ts';
import { sideOf, type TheliaSql } from '../tables.ts';

/** What a customer chooses: the declination, and one value of it. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A declination's value, by its id, and the declination's. */
export interface Value {
  readonly id: number;
  readonly declination: number;
}

/** Where nothing is said that a customer could choose by. */
const UNNAMED = 'Option';

/**
 * A variant as a choice. Thelia keeps a stock for a single value, not for two together: a variant of two axes is one
 * value of both, « Couleur / Taille »: « Bleu / L ». `label`: for a variant without axes.
 */
export const choiceOf = (axes: readonly Axis[], label: string): Choice =>
  axes.length === 0
    ? { name: UNNAMED, value: label }
    : { name: axes.map(({ name }) => name).join(' / '), value: axes.map(({ value }) => value).join(' / ') };

/** The value of that choice, made where it is missing; `isNew` where it was. */
export async function choiceValue(
  sql: TheliaSql,
  { name, value }: Choice,
  language: number,
): Promise<Value & { readonly isNew: boolean }> {
  const found = await findValue(sql, { name, value }, language);
  if (found) return { ...found, isNew: false };
  // Thelia has no key that would decide between two who add the same one.
  await holdLock(sideOf(sql), 'characteristics');
  const other = await findValue(sql, { name, value }, language);
  if (other) return { ...other, isNew: false };
  const declination =
    (await findDeclination(sql, name, language)) ?? (await addDeclination(sql, name, language));
  return { id: await addValue(sql, { declination, value, language }), declination, isNew: true };
}

async function findDeclination(sql: TheliaSql, name: string, language: number): Promise<number | undefined> {
  const rows = await sql
    .selectFrom('declinaisondesc')
    .select(['declinaison as id', 'titre'])
    .where('lang', '=', language)
    .where('titre', '=', name)
    .orderBy('declinaison')
    .execute();
  return exact(rows, name);
}

/** The database finds « Été » for "ete"; sizes and colours are what they are. Of several of one name the oldest. */
const exact = (
  rows: readonly { readonly id: number; readonly titre: string }[],
  name: string,
): number | undefined => rows.find(({ titre }) => titre.trim() === name.trim())?.id;

async function findValue(
  sql: TheliaSql,
  { name, value }: Choice,
  language: number,
): Promise<Value | undefined> {
  const declination = await findDeclination(sql, name, language);
  if (declination === undefined) return undefined;
  const rows = await sql
    .selectFrom('declidisp as value')
    .innerJoin('declidispdesc as texts', 'texts.declidisp', 'value.id')
    .select(['value.id as id', 'texts.titre as titre'])
    .where('value.declinaison', '=', declination)
    .where('texts.lang', '=', language)
    .where('texts.titre', '=', value)
    .orderBy('value.id')
    .execute();
  const id = exact(rows, value);
  return id === undefined ? undefined : { id, declination };
}

async function addDeclination(sql: TheliaSql, name: string, lang: number): Promise<number> {
  const last = await sql
    .selectFrom('declinaison')
    .select(raw<number | null>`MAX(classement)`.as('place'))
    .executeTakeFirst();
  const { insertId } = await sql
    .insertInto('declinaison')
    .values({ classement: (last?.place ?? 0) + 1 })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await sql
    .insertInto('declinaisondesc')
    .values({ declinaison: id, lang, titre: name, chapo: '', description: '' })
    .execute();
  return id;
}

async function addValue(
  sql: TheliaSql,
  { declination, value, language: lang }: { declination: number; value: string; language: number },
): Promise<number> {
  const last = await sql
    .selectFrom('declidispdesc as texts')
    .innerJoin('declidisp as value', 'value.id', 'texts.declidisp')
    .select(raw<number | null>`MAX(texts.classement)`.as('place'))
    .where('value.declinaison', '=', declination)
    .executeTakeFirst();
  const { insertId } = await sql
    .insertInto('declidisp')
    .values({ declinaison: declination })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await sql
    .insertInto('declidispdesc')
    .values({ declidisp: id, lang, titre: value, classement: (last?.place ?? 0) + 1 })
    .execute();
  return id;
}

/** The titles of these values and of their declinations, by value. */
export async function readChoices(
  sql: TheliaSql,
  values: readonly number[],
  language: number,
): Promise<ReadonlyMap<number, Choice>> {
  if (values.length === 0) return new Map();
  const rows = await sql
    .selectFrom('declidisp as value')
    .innerJoin('declidispdesc as texts', 'texts.declidisp', 'value.id')
    .leftJoin('declinaisondesc as axis', (join) =>
      join.onRef('axis.declinaison', '=', 'value.declinaison').on('axis.lang', '=', language),
    )
    .select(['value.id as id', 'axis.titre as name', 'texts.titre as value'])
    .where('value.id', 'in', values)
    .where('texts.lang', '=', language)
    .orderBy('texts.id', 'desc')
    .execute();
  return new Map(rows.map(({ id, name, value }) => [id, { name: name ?? '', value }]));
}
