import { fail, type PasserelleError } from '../../domain/error.ts';

// SQLite's primary result codes (https://sqlite.org/rescode.html).
const BUSY = 5;
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

/** The extended code carries the primary one in its low byte. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

export const isBusy = (error: unknown): boolean => primaryCode(error) === BUSY;

/** The file is no database, or no longer. */
export const isDamaged = (error: unknown): boolean => DAMAGED.has(primaryCode(error) ?? 0);

/** Runs one step on the state's files; what SQLite refuses (disk full, no access) is `source_unavailable`. */
export function onFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw primaryCode(error) === undefined ? error : unusable(path, error);
  }
}

/** `source_unavailable`, with the file and why. */
export const unusable = (path: string, error: unknown): PasserelleError =>
  fail('source_unavailable', { value: error instanceof Error ? `${path}: ${error.message}` : path }, error);
