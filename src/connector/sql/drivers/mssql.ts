import type { ConnectionPool, config, Transaction } from 'mssql';
import { loadDriver } from '../../../shop/load-driver.ts';
import type { ConnectionTarget } from '../connection-url.ts';
import type { BoundStatement, Cells, DatabaseOptions, SqlDatabase, Statement } from '../database.ts';
import { refusedStatement, tooLong, unavailable } from '../faults.ts';
import { columnKindOf, type MssqlColumn, mssqlCellText } from './mssql-cells.ts';
import { connectionPool, type Pool, quotedName, writeIn } from './sessions.ts';
import { withPatience } from './watch.ts';

type Driver = typeof import('mssql');

const CONNECT_MS = 15_000;

/** SQL Server through the driver `mssql` (tedious), wired as its documentation says; no server was there to try it on. */
export async function openMssql(target: ConnectionTarget, options: DatabaseOptions): Promise<SqlDatabase> {
  const { default: driver } = await loadDriver('mssql', () => import('mssql'));
  const settings = settingsFor(target, options);
  const pool = connectionPool(target, {
    async connect() {
      const connection = new driver.ConnectionPool(settings);
      connection.on('error', () => {});
      return connection.connect();
    },
    disconnect: (connection) => connection.close(),
  });
  const fault = (error: unknown, field: string) =>
    isRefusal(error, driver) ? refusedStatement(field, target, error) : unavailable(target, error);
  return {
    syntax: {
      placeholder: (name) => `@${name}`,
      quoted: /'(?:[^']|'')*'|"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]|--[^\n]*|\/\*[\s\S]*?\*\/|::/y,
    },
    tablesNamed: (names) => pool.use((connection) => tablesNamed(connection, names)),
    read: (query) => read(query, { driver, pool, fault, options }),
    write: (work) =>
      pool.use((connection) => {
        const transaction = new driver.Transaction(connection);
        return writeIn({
          begin: () => transaction.begin(),
          commit: () => transaction.commit(),
          rollback: () => transaction.rollback(),
          fault: (error) => fault(error, 'orders'),
          work: () =>
            work(async (statement) => {
              try {
                return await run(driver, transaction, statement);
              } catch (error) {
                throw fault(error, statement.field);
              }
            }),
        });
      }),
    close: pool.close,
  };
}

/** `?encrypt=false`, `?trustServerCertificate=true` (a server with a certificate of its own making), `?instance=EBP`. */
function settingsFor(target: ConnectionTarget, { timeoutSeconds }: DatabaseOptions): config {
  const { host, port, database, user, password, options } = target;
  const instanceName = options.get('instance');
  return {
    server: host,
    // An instance is found by its name: a port would win over it.
    ...(instanceName === null && { port }),
    database,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    connectionTimeout: CONNECT_MS,
    requestTimeout: timeoutSeconds * 1000,
    pool: { max: 1, min: 0 },
    options: {
      ...(instanceName !== null && { instanceName }),
      encrypt: options.get('encrypt') !== 'false',
      trustServerCertificate: options.get('trustServerCertificate') === 'true',
      appName: 'passerelle',
      useUTC: true,
    },
  };
}

/** Lock waits and deadlocks: a second try may do. */
const TRANSIENT: ReadonlySet<number> = new Set([1205, 1222]);

const isRefusal = (error: unknown, { RequestError }: Driver): boolean =>
  error instanceof RequestError && error.number !== undefined && !TRANSIENT.has(error.number);

async function tablesNamed(
  connection: ConnectionPool,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of names) {
    const quoted = quotedName(name, '[', ']');
    const request = connection.request().input('name', quoted);
    const { recordset } = await request.query<{ id: number | null }>('SELECT OBJECT_ID(@name) AS id');
    if (recordset[0]?.id != null) found.set(name, quoted);
  }
  return found;
}

const LOCAL_MOMENT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

async function run(
  driver: Driver,
  transaction: Transaction,
  { sql, parameters }: BoundStatement,
): Promise<readonly Cells[]> {
  const request = new driver.Request(transaction);
  request.arrayRowMode = true;
  // With a `T` a date is read the same way whatever the login's language is.
  for (const { name, value } of parameters)
    request.parameters[name] ?? request.input(name, driver.NVarChar, value?.replace(LOCAL_MOMENT, '$1T$2'));
  const { recordset } = await request.query<unknown>(sql);
  const rows: readonly unknown[] = recordset ?? [];
  return rows.map((row) => (Array.isArray(row) ? row.map((cell) => mssqlCellText(cell)) : []));
}

interface Reading {
  readonly driver: Driver;
  readonly pool: Pool<ConnectionPool>;
  fault(error: unknown, field: string): Error;
  readonly options: DatabaseOptions;
}

/** In a transaction that is always rolled back: SQL Server has no transaction that only reads. */
async function* read(
  { field, sql }: Statement,
  { driver, pool, fault, options }: Reading,
): AsyncGenerator<Cells, void, undefined> {
  const connection = await pool.take();
  const transaction = new driver.Transaction(connection);
  const request = new driver.Request(transaction);
  request.arrayRowMode = true;
  const stream = request.toReadableStream();
  try {
    await transaction.begin();
    let columns: readonly MssqlColumn[] = [];
    request.on('recordset', (found: readonly MssqlColumn[]) => {
      columns = found;
    });
    // In this mode the outcome comes by the stream.
    void request.query(sql);
    const kinds = () => columns.map(({ type }) => columnKindOf(type, driver));
    let first = true;
    const late = () => tooLong(field, options.timeoutSeconds);
    for await (const row of withPatience<unknown[]>(stream, options.timeoutSeconds * 1000, late)) {
      if (first) yield columns.map(({ name }) => name);
      first = false;
      const known = kinds();
      yield row.map((cell, index) => mssqlCellText(cell, known[index], options.timeZone));
    }
    if (first) yield columns.map(({ name }) => name);
  } catch (error) {
    throw fault(error, field);
  } finally {
    // Whoever left in the midst needs no more rows.
    if (!stream.readableEnded) request.cancel();
    await transaction.rollback().catch(() => {});
    await pool.give(connection);
  }
}
