import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { SqlValue } from '../src/store/database.ts';
import { type BenchStore, type Dialect, fileOf } from './stores.ts';

/** A statement of the store with its parameters. */
interface Asked {
  readonly statement: string;
  readonly cells: readonly SqlValue[];
}

/** Reads rows in the cheapest way that the driver has, and drops them. */
export interface RowReader {
  /** How many there were. */
  read(asked: Asked): Promise<number>;
  close(): Promise<void>;
}

const READERS: Readonly<Record<Dialect, (store: BenchStore) => Promise<RowReader>>> = {
  async sqlite(store) {
    const database = new DatabaseSync(fileOf(store), { readOnly: true });
    const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
    return {
      async read({ statement, cells }) {
        const prepared = statements.get(statement) ?? database.prepare(statement.replaceAll('$', '?'));
        statements.set(statement, prepared);
        prepared.setReturnArrays(true);
        let rows = 0;
        for (const _ of prepared.iterate(...cells)) rows += 1;
        return rows;
      },
      close: async () => database.close(),
    };
  },
  async postgres({ options }) {
    const client = new pg.Client({ connectionString: options.url });
    await client.connect();
    await client.query(`SET search_path TO ${options.schema}`);
    return {
      async read({ statement, cells }) {
        const asked: pg.QueryArrayConfig = {
          name: 'asked',
          text: statement,
          values: [...cells],
          rowMode: 'array',
        };
        return (await client.query(asked)).rows.length;
      },
      close: () => client.end(),
    };
  },
};

export const openRowReader = (store: BenchStore): Promise<RowReader> => READERS[store.dialect](store);
