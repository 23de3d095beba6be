import type { ConnectionTarget, DialectName } from './connection-url.ts';
import type { DatabaseOptions, SqlDatabase } from './database.ts';
import { openMssql } from './drivers/mssql.ts';
import { openMysql } from './drivers/mysql.ts';
import { openPostgres } from './drivers/postgres.ts';

const OPENERS: Readonly<
  Record<DialectName, (target: ConnectionTarget, options: DatabaseOptions) => Promise<SqlDatabase>>
> = { postgres: openPostgres, mysql: openMysql, mssql: openMssql };

/** Loads the driver; nothing is connected yet. Rejects with `driver_missing`. */
export const openDatabase = (target: ConnectionTarget, options: DatabaseOptions): Promise<SqlDatabase> =>
  OPENERS[target.dialect](target, options);
