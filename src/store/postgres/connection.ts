import type pg from 'pg';
import type { Sql, SqlValue } from '../database.ts';
import { postgresStatement, withoutNul } from './definitions.ts';
import { driverFault, isRefusal } from './faults.ts';

/** One connection, and the seam's view of it. */
export interface Connection {
  readonly client: pg.ClientBase;
  readonly sql: Sql;
  /** Without parameters or rows, also several at once: transaction control, settings. Gives what the last one did. */
  execute(statements: string): Promise<string>;
  /** Rows that statements have written so far; definitions count too. */
  changes(): number;
  /** False once the server is gone, or has not answered: it must not be used again. */
  isUsable(): boolean;
  /** For who speaks to `client` himself, and lost it. */
  abandon(): void;
}

export interface ConnectionOptions {
  /** The name under which the server keeps a statement prepared; undefined: it does not. */
  nameOf(statement: string): string | undefined;
}

// OIDs of pg_type. The store's numbers are counts and bytes: all are exact in a binary float.
const INT8 = 20;
const NUMERIC = 1700;
const asNumber = (text: string): number => Number(text);
const asText = (text: string): string => text;
const FLOAT8 = 701;
const NUMBERS: ReadonlySet<number> = new Set([INT8, 21, 23, 700, FLOAT8, NUMERIC]);
const TYPES = { getTypeParser: (oid: number) => (NUMBERS.has(oid) ? asNumber : asText) };
const NO_PARAMETERS: readonly SqlValue[] = [];

export function createConnection(client: pg.ClientBase, { nameOf }: ConnectionOptions): Connection {
  let usable = true;
  let changes = 0;
  client.on('error', () => {
    usable = false;
  });
  client.on('end', () => {
    usable = false;
  });

  async function ask<Result>(query: () => Promise<Result>): Promise<Result> {
    try {
      return await query();
    } catch (error) {
      if (!isRefusal(error)) usable = false;
      throw driverFault(error);
    }
  }

  async function query(statement: string, parameters: readonly SqlValue[]): Promise<pg.QueryResult> {
    const name = nameOf(statement);
    const result = await ask(() =>
      client.query({
        text: postgresStatement(statement),
        values: parameters.map(cell),
        types: TYPES,
        ...(name !== undefined && { name }),
      }),
    );
    if (result.command !== 'SELECT') changes += result.rowCount ?? 1;
    return result;
  }

  return {
    client,
    // What a caller says a row looks like is taken on trust: the statement stands beside its row type.
    sql: {
      all: async <Row>(statement: string, parameters = NO_PARAMETERS) =>
        (await query(statement, parameters)).rows as readonly Row[],
      get: async <Row>(statement: string, parameters = NO_PARAMETERS) =>
        (await query(statement, parameters)).rows[0] as Row | undefined,
      run: async (statement, parameters = NO_PARAMETERS) =>
        (await query(statement, parameters)).rowCount ?? 0,
    },
    async execute(statements) {
      const results = [await ask(() => client.query(statements))].flat();
      return results.at(-1)?.command ?? '';
    },
    changes: () => changes,
    isUsable: () => usable,
    abandon() {
      usable = false;
    },
  };
}

const cell = (value: SqlValue): SqlValue => (typeof value === 'string' ? withoutNul(value) : value);
