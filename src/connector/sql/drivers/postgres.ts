import type { Client, FieldDef } from 'pg';
import { loadDriver } from '../../../shop/load-driver.ts';
import { binaryText, floatText } from '../cell-text.ts';
import type { ConnectionTarget } from '../connection-url.ts';
import type { Cells, DatabaseOptions, SqlDatabase, Statement } from '../database.ts';
import { refusedStatement, tooLong, unavailable } from '../faults.ts';
import { connectionPool, type Pool, quotedName, writeIn } from './sessions.ts';

const CONNECT_MS = 15_000;
/** The server times a statement; where the network swallows its answer, we give up a little later. */
const SILENCE_MS = 10_000;

/** PostgreSQL through the driver `pg`. */
export async function openPostgres(target: ConnectionTarget, options: DatabaseOptions): Promise<SqlDatabase> {
  const { default: pg } = await loadDriver('pg', () => import('pg'));
  const pool = connectionPool(target, {
    connect: () => connectTo(pg.Client, target, options),
    disconnect: (client) => client.end(),
  });
  const fault = (error: unknown, field: string) => {
    if (!isRefusal(error, pg.DatabaseError)) return unavailable(target, error);
    return error.code === CANCELLED
      ? tooLong(field, options.timeoutSeconds)
      : refusedStatement(field, target, error);
  };
  return {
    syntax: {
      placeholder: (_, position) => `$${position}`,
      quoted: /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|::/y,
    },
    tablesNamed: (names) => pool.use((client) => tablesNamed(client, names)),
    read: (query) => read(pool, query, fault),
    write: (work) =>
      pool.use((client) =>
        writeIn({
          begin: () => client.query('BEGIN'),
          commit: () => client.query('COMMIT'),
          rollback: () => client.query('ROLLBACK'),
          fault: (error) => fault(error, 'orders'),
          work: () =>
            work(async ({ field, sql, parameters }) => {
              try {
                const values = parameters.map(({ value }) => value);
                const result = await client.query<(string | null)[]>({ text: sql, values, rowMode: 'array' });
                return result.rows.map((row) => cellsFromRow(row, result.fields));
              } catch (error) {
                throw fault(error, field);
              }
            }),
        }),
      ),
    close: pool.close,
  };
}

async function connectTo(
  Client: typeof import('pg').Client,
  target: ConnectionTarget,
  { timeoutSeconds, timeZone }: DatabaseOptions,
): Promise<Client> {
  const { host, port, database, user, password } = target;
  const milliseconds = timeoutSeconds * 1000;
  const client = new Client({
    host,
    port,
    database,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...tls(target),
    application_name: 'passerelle',
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: milliseconds,
    query_timeout: milliseconds + SILENCE_MS,
    keepAlive: true,
    types: { getTypeParser: () => asItIs },
  });
  // A connection that is lost while nobody asks it anything; the next question finds out.
  client.on('error', () => {});
  await client.connect();
  await client.query("SET DateStyle = 'ISO, YMD'; SET bytea_output = 'hex'; SET extra_float_digits = 1");
  if (timeZone !== undefined) await client.query("SELECT set_config('TimeZone', $1, false)", [timeZone]);
  return client;
}

const asItIs = (text: string): string => text;

const CANCELLED = '57014';
/** Connection lost, shut down, too many clients, and what a second try may settle: serialization, deadlock. */
const TRANSIENT = /^(?:08|57P|53|40)/;

function isRefusal(
  error: unknown,
  DatabaseError: new (...args: never[]) => Error & { code?: string | undefined },
): error is Error & { code?: string } {
  return error instanceof DatabaseError && error.code !== undefined && !TRANSIENT.test(error.code);
}

/** `?sslmode=require` encrypts, `verify-full` also checks the certificate, as libpq says it. */
function tls({ options }: ConnectionTarget): { ssl?: { rejectUnauthorized: boolean } } {
  const mode = options.get('sslmode') ?? 'disable';
  if (mode === 'disable' || mode === 'allow' || mode === 'prefer') return {};
  return { ssl: { rejectUnauthorized: mode !== 'require' } };
}

/** A view that was created without quotes has its name in small letters. */
async function tablesNamed(client: Client, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of names)
    for (const spelled of [name, name.toLowerCase()]) {
      const quoted = quotedName(spelled, '"', '"');
      const { rows } = await client.query<{ known: string }>('SELECT to_regclass($1) IS NOT NULL AS known', [
        quoted,
      ]);
      if (rows[0]?.known === 't' && !found.has(name)) found.set(name, quoted);
    }
  return found;
}

const MOST_ROWS = 2000;
const FIRST_ROWS = 100;
const BLOCK_CHARACTERS = 8 * 2 ** 20;

/** By cursor, in blocks whose size follows the rows': images may be some megabytes each. */
async function* read(
  pool: Pool<Client>,
  { field, sql }: Statement,
  fault: (error: unknown, field: string) => Error,
): AsyncGenerator<Cells, void, undefined> {
  const client = await pool.take();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // The extended protocol takes one statement only: a query cannot end our transaction and write.
    const declaration = {
      text: `DECLARE passerelle NO SCROLL CURSOR FOR ${sql}`,
      queryMode: 'extended',
    };
    await client.query(declaration);
    let count = FIRST_ROWS;
    for (let first = true; ; first = false) {
      const block = await client.query<(string | null)[]>({
        text: `FETCH ${count} FROM passerelle`,
        rowMode: 'array',
      });
      if (first) yield block.fields.map(({ name }) => name);
      let characters = 1;
      for (const row of block.rows) {
        characters += row.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
        yield cellsFromRow(row, block.fields);
      }
      if (block.rows.length < count) return;
      count = Math.max(1, Math.min(MOST_ROWS, Math.floor((BLOCK_CHARACTERS * count) / characters)));
    }
  } catch (error) {
    throw fault(error, field);
  } finally {
    await pool.give(client);
  }
}

const TYPE = { boolean: 16, bytea: 17, float4: 700, float8: 701, timestamptz: 1184 } as const;
const OFFSET = /[+-]\d{2}(?::\d{2}){0,2}$/;

const cellsFromRow = (row: readonly (string | null)[], fields: readonly FieldDef[]): Cells =>
  row.map((cell, index) => (cell === null ? '' : cellText(cell, fields[index]?.dataTypeID)));

function cellText(cell: string, type: number | undefined): string {
  switch (type) {
    case TYPE.boolean:
      return cell === 't' ? '1' : '0';
    case TYPE.bytea:
      return binaryText(Buffer.from(cell.slice(2), 'hex'));
    case TYPE.float4:
    case TYPE.float8:
      return floatText(cell);
    case TYPE.timestamptz:
      return cell.replace(OFFSET, '');
    default:
      return cell.trim();
  }
}
