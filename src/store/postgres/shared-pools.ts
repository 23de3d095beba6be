import type { PoolFigures } from '../figures.ts';
import type { PostgresSettings } from './options.ts';
import { createPool, type Pool } from './pool.ts';

interface SharedPool extends Pool {
  figures(): PoolFigures;
}

interface Shared {
  readonly pool: Pool;
  readonly number: number;
  users: number;
}

const pools = new Map<string, Shared>();
let made = 0;

/** One pool for all shops of this process that say the same of their database; closed by the last. */
export function sharedPool(settings: PostgresSettings): SharedPool {
  const { url, poolSize, patienceMs, connectTimeoutMs, statementTimeoutMs } = settings;
  const key = JSON.stringify([url, poolSize, patienceMs, connectTimeoutMs, statementTimeoutMs]);
  const shared = pools.get(key) ?? { pool: createPool(settings), number: ++made, users: 0 };
  pools.set(key, shared);
  shared.users += 1;
  return {
    take: shared.pool.take,
    figures: () => ({ number: shared.number, ...shared.pool.figures() }),
    async close() {
      shared.users -= 1;
      if (shared.users > 0) return;
      if (pools.get(key) === shared) pools.delete(key);
      await shared.pool.close();
    },
  };
}
