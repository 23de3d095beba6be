import { type QueryExecutorProvider, sql as raw } from 'kysely';
import type { CustomerChange } from '../../../domain/customer.ts';

/** A node of a message. */
export interface StagedChange {
  readonly seq: number;
  readonly change: CustomerChange;
}

const CREATE = `CREATE TEMPORARY TABLE passerelle_node (
  seq INT UNSIGNED NOT NULL PRIMARY KEY, said LONGTEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4`;
const DROP = 'DROP TEMPORARY TABLE IF EXISTS passerelle_node';

/** So much is written at once. */
const ROWS = 200;
const CHARACTERS = 250_000;

/** Puts a message into a temporary table while it arrives, for the time of `work`: no transaction waits for a slow sender. */
export async function withStagedCustomers<T>(
  on: QueryExecutorProvider,
  batches: AsyncIterable<readonly CustomerChange[]>,
  work: () => Promise<T>,
): Promise<T> {
  await raw.raw(DROP).execute(on);
  await raw.raw(CREATE).execute(on);
  try {
    await stage(on, batches);
    return await work();
  } finally {
    // Where the connection is lost, the table is gone with it.
    await raw
      .raw(DROP)
      .execute(on)
      .catch(() => {});
  }
}

async function stage(
  on: QueryExecutorProvider,
  batches: AsyncIterable<readonly CustomerChange[]>,
): Promise<void> {
  let seq = 0;
  let characters = 0;
  const rows: (readonly [number, string])[] = [];
  async function flush(): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map(([number, said]) => raw`(${number}, ${said})`);
    rows.length = 0;
    characters = 0;
    await raw`INSERT INTO passerelle_node (seq, said) VALUES ${raw.join(values)}`.execute(on);
  }
  for await (const changes of batches) {
    for (const change of changes) {
      const said = JSON.stringify(change);
      seq += 1;
      characters += said.length;
      rows.push([seq, said]);
      if (rows.length >= ROWS || characters >= CHARACTERS) await flush();
    }
  }
  await flush();
}

/** The nodes behind `after`, in their order. */
export async function readStaged(on: QueryExecutorProvider, after: number): Promise<readonly StagedChange[]> {
  const { rows } = await raw<{ seq: number; said: string }>`SELECT seq, said FROM passerelle_node
    WHERE seq > ${after} ORDER BY seq LIMIT ${raw.lit(ROWS)}`.execute(on);
  return rows.map(({ seq, said }) => ({ seq, change: JSON.parse(said) }));
}
