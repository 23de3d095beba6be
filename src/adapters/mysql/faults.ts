import { fail, PasserelleError } from '../../domain/error.ts';
import { type ProblemFacts, quotable } from '../../domain/problem.ts';

/** The server's numbers for its errors, the same in MySQL and MariaDB. */
const NUMBERS = {
  duplicateKey: 1062,
  lockWait: 1205,
  deadlock: 1213,
  otherLetters: 1267,
} as const;

/** Too many connections, shutting down, read-only, killed, lost, a statement that took too long. */
const AWAY: ReadonlySet<number> = new Set([
  1040, 1047, 1053, 1152, 1158, 1159, 1160, 1161, 1203, 1205, 1213, 1226, 1290, 1317, 1836, 1927, 1969, 2006,
  2013, 3024,
]);
const FULL: ReadonlySet<number> = new Set([1021, 1114]);
/** Who calls, or what for, is not allowed; the database is not there. */
const REFUSED: ReadonlySet<number> = new Set([1044, 1045, 1049, 1130, 1142, 1143, 1227, 1251, 1698, 3159]);
/** Out of range, no date, letters that the column's character set lacks, too long, none where there has to be one. */
const UNFIT: ReadonlySet<number> = new Set([1264, 1292, 1364, 1366, 1406, NUMBERS.otherLetters]);
/** No such column, no such table: another version of the CMS. */
const MISSING: ReadonlySet<number> = new Set([1054, 1146]);

/** What the driver rejected with, in Passerelle's words where it is no mistake of the program's own. */
export function databaseFault(error: unknown): unknown {
  if (error instanceof PasserelleError || !(error instanceof Error)) return error;
  const number = numberOf(error) ?? 0;
  if (FULL.has(number)) return fail('store_full', {}, error);
  if (REFUSED.has(number)) return fail('database_refused', { value: quotable(error.message) }, error);
  if (MISSING.has(number)) return fail('cms_tables_missing', { value: missingIn(error) }, error);
  if (UNFIT.has(number))
    return fail('value_unfit', { field: columnOf(error), value: quotable(error.message) }, error);
  if (AWAY.has(number) || isLost(error)) return fail('store_unavailable', {}, error);
  return error;
}

/** The server answered nothing: the network's own errors, and the driver's. */
const isLost = (error: Error): boolean => {
  if ('fatal' in error && error.fatal === true) return true;
  const { code } = { code: undefined, ...error };
  return (
    typeof code === 'string' && /^(?:E[A-Z]+|PROTOCOL_\w+|POOL_\w+)$/.test(code) && !('sqlState' in error)
  );
};

/** The same about a record, where the database refused one of its values. Rethrows. */
export function aboutRecord(about: Pick<ProblemFacts, 'entity' | 'record'>): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof PasserelleError) || error.problem.reason !== 'value_unfit') throw error;
    throw new PasserelleError({ ...error.problem, ...about }, { cause: error.cause });
  };
}

/** "… for column 'product_name' at row 1", "Field 'product_name' doesn't have a default value" */
const columnOf = ({ message }: Error): string =>
  /(?:column|Field) [`'](?:[^`']*`\.`)*([^`']+)/.exec(message)?.[1] ?? '?';

/** "Unknown column 'a.tax' in 'SELECT'", "Table 'joomla.x7k2_hikashop_tax' doesn't exist" */
const missingIn = ({ message }: Error): string => /'(?:[^'.]*\.)*([^']+)'/.exec(message)?.[1] ?? '?';

function numberOf(error: unknown): number | undefined {
  if (error instanceof PasserelleError) return numberOf(error.cause);
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number'
    ? error.errno
    : undefined;
}

/** Somebody else was in the way: the same transaction may succeed at once. */
export const isCollision = (error: unknown): boolean => {
  const number = numberOf(error);
  return number === NUMBERS.deadlock || number === NUMBERS.lockWait;
};

/** A comparison with letters that the column's character set lacks, such as emojis on a site in the old `utf8`. */
export const hasOtherLetters = (error: unknown): boolean => numberOf(error) === NUMBERS.otherLetters;

/** Somebody else has just added what this transaction was adding: it will find it now. */
export const isDuplicate = (error: unknown): boolean => numberOf(error) === NUMBERS.duplicateKey;

/** Somebody else has it each time, though it is never found: two names that the database takes for one. */
export function duplicateFault(error: unknown): unknown {
  const entry = error instanceof Error && /entry '(.*)' for key/s.exec(error.message)?.[1];
  if (entry === false || entry === undefined) return error;
  return fail('reference_collides', { record: quotable(entry), value: quotable(entry) }, error);
}
