import type { Kysely } from 'kysely';
import { PasserelleError } from '../domain/error.ts';
import type { Problem } from '../domain/problem.ts';
import type { Findings } from '../shop/findings.ts';
import type { CmsDatabase } from './mysql/database.ts';
import { readTables, requireTemporaryTables } from './mysql/schema.ts';

/** What a CMS's site is found to be like, before anything is written there. */
export interface Examination {
  /** What keeps the shop from being opened. */
  readonly errors: readonly Problem[];
  /** What is strange in its records: each kind by itself, counted, with the first ones. */
  readonly remarks: readonly Findings[];
}

/** What has to be right before a shop can be opened. */
export interface SiteChecks {
  tables(): Promise<readonly Problem[]>;
  /** What is read of the site, each by itself. */
  readonly readings: readonly (() => Promise<unknown>)[];
}

export function requireNone([wrong]: readonly Problem[]): void {
  if (wrong) throw new PasserelleError(wrong);
}

/** What is looked at in a CMS's tables. */
interface Look<Sql> {
  checks(sql: Sql): SiteChecks;
  /** `tables`: by their names without the prefix. */
  remarks(sql: Sql, tables: ReadonlyMap<string, string>): Promise<readonly Findings[]>;
}

/** Looks at a site without changing anything in it. */
export async function examine<Tables, Opened extends OpenedDatabase<Tables>>(
  open: () => Promise<Opened>,
  look: (opened: Opened) => Look<Kysely<Tables>>,
): Promise<Examination> {
  const { value: opened, errors } = await attempted(open);
  if (!opened) return { errors, remarks: [] };
  try {
    const { value, errors: refused } = await attempted(() => examineTables(opened, look(opened)));
    return value ?? { errors: refused, remarks: [] };
  } finally {
    await opened.database.close();
  }
}

interface OpenedDatabase<Tables> {
  readonly database: CmsDatabase<Tables>;
  readonly prefix: string;
}

async function examineTables<Tables>(
  { database, prefix }: OpenedDatabase<Tables>,
  { checks, remarks }: Look<Kysely<Tables>>,
): Promise<Examination> {
  const sql = database.read;
  const { errors: refused } = await attempted(() => requireTemporaryTables(database));
  const { tables, readings } = checks(sql);
  const errors = [...refused, ...(await tables())];
  // Without its tables nothing of the site can be read.
  if (errors.some(({ reason }) => reason === 'cms_tables_missing')) return { errors, remarks: [] };
  for (const reading of readings) errors.push(...(await attempted(reading)).errors);
  return { errors, remarks: await remarks(sql, await readTables(sql, prefix)) };
}

/** What a reading gives, or what it rejects with where a person can set it right. */
export async function attempted<T>(
  reading: () => Promise<T>,
): Promise<{ readonly value?: T; readonly errors: readonly Problem[] }> {
  try {
    return { value: await reading(), errors: [] };
  } catch (error) {
    if (error instanceof PasserelleError) return { errors: [error.problem] };
    throw error;
  }
}
