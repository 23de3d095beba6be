import type { Sql } from '../database.ts';

import type { Connection } from './connection.ts';
import { retryWhileBusy } from './patience.ts';
import { rollBack } from './writer.ts';

export interface Snapshots {
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Read transactions, one after another, on a connection that is opened by the first. */
export function createSnapshots(open: () => Connection, patienceMs: number): Snapshots {
  let connection: Connection | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function read<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    connection ??= open();
    const { sql, execute } = connection;
    try {
      await retryWhileBusy(() => execute('BEGIN'), patienceMs);
      return await work(sql);
    } finally {
      rollBack(connection);
    }
  }

  return {
    read(work) {
      const next = last.then(() => read(work));
      last = next.catch(() => undefined);
      return next;
    },
    async close() {
      await last;
      connection?.close();
    },
  };
}
