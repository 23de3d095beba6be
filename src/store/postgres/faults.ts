import pg from 'pg';
import { fail, PasserelleError } from '../../domain/error.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const DISK_FULL = '53100';
/** A key that is too long for an index. */
const LIMIT = '54000';
const INDEXED_BYTES = 2700;
const LOCK_TIMEOUT = '55P03';
/**
 * The server's or the network's fault rather than the statement's: connection, transaction rolled back (deadlock),
 * refused login, no such database, resources, object in use, operator intervention and time-outs, system, internal.
 */
const UNAVAILABLE = /^(?:08|25006|25P03|28|3D|40|53|55|57|58|F0|XX)/;
/** The server says it and hangs up. */
const FAREWELL = /^(?:08|25P03|57P0[1-5])/;

/** Whether the statement was refused, as opposed to the connection being of no use any more. */
export const isRefusal = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && !FAREWELL.test(error.code ?? '');

/** Another process held the lock for too long. */
export const isBusy = (error: unknown): boolean => {
  const cause = error instanceof PasserelleError ? error.cause : error;
  return cause instanceof pg.DatabaseError && cause.code === LOCK_TIMEOUT;
};

/** What a caller may see of what the driver threw: `store_full` or `store_unavailable` where it was not the statement. */
export function driverFault(error: unknown): unknown {
  if (error instanceof PasserelleError) return error;
  if (!(error instanceof pg.DatabaseError)) return fail('store_unavailable', {}, error);
  if (error.code === LIMIT)
    return fail('value_too_long', { field: indexOf(error), limit: INDEXED_BYTES }, error);
  if (error.code === DISK_FULL) return fail('store_full', {}, error);
  return UNAVAILABLE.test(error.code ?? '') ? fail('store_unavailable', {}, error) : error;
}

/** As `driverFault` for an error of which nobody knows whose it is. */
export const storeFault = (error: unknown): unknown =>
  error instanceof pg.DatabaseError ? driverFault(error) : error;

const indexOf = ({ message }: Error): string => /index "(\w+)"/.exec(message)?.[1] ?? 'index';
