import type { ConnectionTarget } from '../connection-url.ts';
import { unavailable } from '../faults.ts';

export interface Pool<Connection> {
  take(): Promise<Connection>;
  give(connection: Connection): Promise<void>;
  /** Takes a connection for as long as `work` lasts; whatever it throws means that the database is unavailable. */
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Connecting<Connection> {
  connect(): Promise<Connection>;
  disconnect(connection: Connection): Promise<unknown>;
}

/** A connection for each reading and each order: they are few, and none waits for another. */
export function connectionPool<Connection>(
  target: ConnectionTarget,
  { connect, disconnect }: Connecting<Connection>,
): Pool<Connection> {
  const open = new Set<Connection>();
  const take = async (): Promise<Connection> => {
    try {
      const connection = await connect();
      open.add(connection);
      return connection;
    } catch (error) {
      throw unavailable(target, error);
    }
  };
  const give = async (connection: Connection): Promise<void> => {
    if (!open.delete(connection)) return;
    // What is over need not end well.
    await disconnect(connection).catch(() => {});
  };
  return {
    take,
    give,
    async use(work) {
      const connection = await take();
      try {
        return await work(connection);
      } catch (error) {
        throw unavailable(target, error);
      } finally {
        await give(connection);
      }
    },
    async close() {
      await Promise.all([...open].map(give));
    },
  };
}

interface Transaction<T> {
  begin(): Promise<unknown>;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
  work(): Promise<T>;
  /** What a commit that fails means: the database may check its rules only then. */
  fault(error: unknown): Error;
}

export async function writeIn<T>({ begin, commit, rollback, work, fault }: Transaction<T>): Promise<T> {
  await begin();
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // Where the connection is lost, the database rolls back by itself.
    await rollback().catch(() => {});
    throw error;
  }
  try {
    await commit();
  } catch (error) {
    throw fault(error);
  }
  return result;
}

/** `dbo.EC_products` as `[dbo].[EC_products]`. */
export const quotedName = (name: string, open: string, close: string): string =>
  name
    .split('.')
    .map((part) => open + part.replaceAll(close, close + close) + close)
    .join('.');
