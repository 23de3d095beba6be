import { fail, PasserelleError } from '../../domain/error.ts';

// SQLite's primary result codes (https://sqlite.org/rescode.html).
const BUSY = 5;
const LOCKED = 6;
const FULL = 13;
/** The machine's fault rather than the statement's: no memory, read-only, I/O error, corrupt, cannot open, protocol, no database. */
const UNAVAILABLE: ReadonlySet<number> = new Set([BUSY, LOCKED, 7, 8, 10, 11, 14, 15, 26]);

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  // The extended code carries the primary one in its low byte.
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** Somebody else holds the lock; the same statement succeeds later. */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error instanceof PasserelleError ? error.cause : error);
  return code === BUSY || code === LOCKED;
}

/** What a caller may see of an error: `store_full` or `store_unavailable` where the storage failed, else the error itself. */
export function storeFault(error: unknown): unknown {
  const code = primaryCode(error);
  if (code === FULL) return fail('store_full', {}, error);
  return code !== undefined && UNAVAILABLE.has(code) ? fail('store_unavailable', {}, error) : error;
}
