import { fail } from '../../domain/error.ts';
import type { Exchange } from '../../shop/backoffice.ts';
import type { Database } from '../database.ts';
import { insertExchange, payloadBytes } from './rows.ts';

/** The longest that an exchange waits for somebody else's commit. */
const WITHIN_MS = 50;
/** Of what waits while nothing can be written; beyond it, exchanges are refused rather than kept in memory. */
const MAX_WAITING = 20_000;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

interface Waiting {
  readonly exchange: Exchange;
  readonly bytes: number;
  resolve(): void;
  reject(error: unknown): void;
}

export type RecordExchange = (exchange: Exchange) => Promise<void>;

/** Exchanges come along with the commits of others: the journal costs a write no fsync, and can fail none. */
export function createRecorder(database: Database): RecordExchange {
  let waiting: Waiting[] = [];
  let count = 0;
  let bytes = 0;

  async function flush(): Promise<void> {
    const taken: Waiting[] = [];
    try {
      await database.writeLater(async (sql) => {
        taken.push(...waiting);
        waiting = [];
        for (const { exchange } of taken) await insertExchange(sql, exchange);
      }, WITHIN_MS);
      for (const { resolve } of taken) resolve();
    } catch (error) {
      if (taken.length === 0) taken.push(...waiting.splice(0));
      for (const { reject } of taken) reject(error);
    }
    count -= taken.length;
    bytes -= taken.reduce((sum, entry) => sum + entry.bytes, 0);
  }

  return (exchange) =>
    new Promise((resolve, reject) => {
      const size = payloadBytes(exchange);
      if (count >= MAX_WAITING || bytes + size > MAX_WAITING_BYTES) {
        reject(fail('store_unavailable', { entity: 'exchange', record: exchange.id }));
        return;
      }
      count += 1;
      bytes += size;
      waiting.push({ exchange, bytes: size, resolve, reject });
      if (waiting.length === 1) void flush();
    });
}
