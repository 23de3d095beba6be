import type { Connection, FieldPacket, QueryError } from 'mysql2';
import { loadDriver } from '../../../shop/load-driver.ts';
import { binaryText, floatText } from '../cell-text.ts';
import type { ConnectionTarget } from '../connection-url.ts';
import type { BoundStatement, Cells, DatabaseOptions, SqlDatabase, Statement } from '../database.ts';
import { refusedStatement, tooLong, unavailable } from '../faults.ts';
import { connectionPool, type Pool, quotedName, writeIn } from './sessions.ts';
import { withPatience } from './watch.ts';

const CONNECT_MS = 15_000;

/** MySQL and MariaDB through the driver `mysql2`. */
export async function openMysql(target: ConnectionTarget, options: DatabaseOptions): Promise<SqlDatabase> {
  const { default: mysql } = await loadDriver('mysql2', () => import('mysql2'));
  const pool = connectionPool(target, {
    connect: () => connectTo(mysql.createConnection, target, options),
    async disconnect(connection) {
      connection.destroy();
    },
  });
  // The server would work on for nobody.
  const stop = (connection: Connection) =>
    pool.use((other) => other.promise().query('KILL QUERY ?', [connection.threadId])).catch(() => {});
  const fault = (error: unknown, field: string) =>
    isRefusal(error) ? refusedStatement(field, target, error) : unavailable(target, error);
  return {
    syntax: {
      placeholder: () => '?',
      quoted: /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"|`(?:[^`]|``)*`|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//sy,
    },
    tablesNamed: (names) => pool.use((connection) => tablesNamed(connection, names)),
    read: (query) => read(pool, query, { fault, stop, seconds: options.timeoutSeconds }),
    write: (work) =>
      pool.use((connection) =>
        writeIn({
          begin: () => connection.promise().query('START TRANSACTION'),
          commit: () => connection.promise().query('COMMIT'),
          rollback: () => connection.promise().query('ROLLBACK'),
          fault: (error) => fault(error, 'orders'),
          work: () =>
            work(async (statement) => {
              try {
                return await run(connection, statement, options.timeoutSeconds);
              } catch (error) {
                throw fault(error, statement.field);
              }
            }),
        }),
      ),
    close: pool.close,
  };
}

async function connectTo(
  createConnection: typeof import('mysql2').createConnection,
  target: ConnectionTarget,
  { timeZone }: DatabaseOptions,
): Promise<Connection> {
  const { host, port, database, user, password } = target;
  const connection = createConnection({
    host,
    port,
    database,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...tls(target),
    charset: 'utf8mb4',
    connectTimeout: CONNECT_MS,
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    decimalNumbers: false,
  });
  // A connection that is lost while nobody asks it anything; the next question finds out.
  connection.on('error', () => {});
  const asking = connection.promise();
  await asking.connect();
  // While the shop takes its time with a slice, the server must go on waiting for us.
  await asking.query('SET SESSION net_write_timeout = 86400');
  if (timeZone !== undefined) await asking.query('SET time_zone = ?', [timeZone]);
  return connection;
}

/** `?ssl=true` encrypts and checks the certificate, `?ssl=no-verify` only encrypts. */
function tls({ options }: ConnectionTarget): { ssl?: { rejectUnauthorized: boolean } } {
  const mode = options.get('ssl');
  return mode === null || mode === 'false' ? {} : { ssl: { rejectUnauthorized: mode !== 'no-verify' } };
}

/** Shutdown, killed, too many connections, lock waits and deadlocks: a second try may do. */
const TRANSIENT: ReadonlySet<number> = new Set([1040, 1053, 1205, 1213, 1317, 1927]);

const isRefusal = (error: unknown): error is QueryError =>
  error instanceof Error &&
  'sqlState' in error &&
  !('fatal' in error && error.fatal === true) &&
  !('errno' in error && typeof error.errno === 'number' && TRANSIENT.has(error.errno));

async function tablesNamed(
  connection: Connection,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const sql =
    'SELECT 1 FROM information_schema.tables WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?';
  for (const name of names) {
    const [table, schema = null] = name.split('.').toReversed();
    const [rows] = await connection.promise().execute<[]>(sql, [schema, table ?? name]);
    if (rows.length > 0) found.set(name, quotedName(name, '`', '`'));
  }
  return found;
}

async function run(
  connection: Connection,
  { sql, parameters }: BoundStatement,
  seconds: number,
): Promise<readonly Cells[]> {
  const values = parameters.map(({ value }) => value);
  const [rows] = await connection
    .promise()
    .execute<[]>({ sql, values, rowsAsArray: true, timeout: seconds * 1000 });
  const results: readonly unknown[] = Array.isArray(rows) ? rows : [];
  return results.map((row) => (Array.isArray(row) ? row.map((cell) => String(cell ?? '')) : []));
}

interface Reading {
  fault(error: unknown, field: string): Error;
  stop(connection: Connection): Promise<unknown>;
  readonly seconds: number;
}

/** Cells come as bytes, whatever their type: the columns' definitions, which come first, say what they are. */
async function* read(
  pool: Pool<Connection>,
  { field, sql }: Statement,
  { fault, stop, seconds }: Reading,
): AsyncGenerator<Cells, void, undefined> {
  const connection = await pool.take();
  try {
    await connection.promise().query('SET SESSION TRANSACTION READ ONLY');
    const query = connection.query({ sql, rowsAsArray: true, typeCast: (cell) => cell.buffer() });
    let columns: readonly FieldPacket[] = [];
    query.on('fields', (fields: unknown) => {
      if (Array.isArray(fields)) columns = fields;
    });
    const stream = query.stream();
    // A lost connection is said to the connection alone.
    connection.on('error', (error) => stream.destroy(error));
    let first = true;
    const late = (): Error => {
      void stop(connection);
      return tooLong(field, seconds);
    };
    for await (const row of withPatience<(Buffer | null)[]>(stream, seconds * 1000, late)) {
      if (first) yield columns.map(({ name }) => name);
      first = false;
      yield row.map((cell, index) => (cell === null ? '' : cellText(cell, columns[index])));
    }
    if (first) yield columns.map(({ name }) => name);
  } catch (error) {
    throw fault(error, field);
  } finally {
    await pool.give(connection);
  }
}

/** Of the protocol: `MYSQL_TYPE_…`, and the character set of what is no text. */
const TYPE = { float: 4, double: 5, bit: 16, firstText: 249, lastText: 254 } as const;
const NO_CHARACTERS = 63;

function cellText(bytes: Buffer, column: FieldPacket | undefined): string {
  const type = column?.columnType ?? column?.type ?? TYPE.lastText;
  if (type === TYPE.bit) return bitText(bytes);
  const isText = type >= TYPE.firstText && type <= TYPE.lastText;
  if (isText && characterSetOf(column) === NO_CHARACTERS) return binaryText(bytes);
  const text = bytes.toString('utf8').trim();
  return type === TYPE.float || type === TYPE.double ? floatText(text) : text;
}

const bitText = (bytes: Buffer): string => String(BigInt(`0x${bytes.toString('hex') || '0'}`));

const characterSetOf = (column: FieldPacket | undefined): number | undefined =>
  column && 'characterSet' in column && typeof column.characterSet === 'number'
    ? column.characterSet
    : undefined;
