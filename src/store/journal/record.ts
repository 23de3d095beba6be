import { fail } from '../../domain/error.ts';
import type { Exchange, ExchangeRun, RecordDepth } from '../../shop/journal.ts';
import type { Database, Sql } from '../database.ts';
import { insertExchange } from './rows.ts';
import { belongsToRun, joined, readNewestRun, runOf, saveRun } from './runs.ts';

/** The longest that an exchange waits for somebody else's commit. */
const WITHIN_MS = 50;
/** Of what waits while nothing can be written; beyond it, exchanges are refused rather than kept in memory. */
const MAX_WAITING = 20_000;
const MAX_WAITING_CHARACTERS = 64 * 1024 * 1024;

interface Waiting {
  readonly exchange: Exchange;
  readonly characters: number;
  resolve(): void;
  reject(error: unknown): void;
}

export type RecordExchange = (exchange: Exchange) => Promise<void>;

/** Exchanges come along with the commits of others: the journal costs a write no fsync, and can fail none. */
export function createRecorder(database: Database, depth: RecordDepth): RecordExchange {
  const mark = depth === 'outcomes' ? { recorded: depth } : {};
  let waiting: Waiting[] = [];
  let count = 0;
  let characters = 0;

  async function flush(): Promise<void> {
    const taken: Waiting[] = [];
    try {
      await database.writeLater(async (sql) => {
        taken.push(...waiting);
        waiting = [];
        await insertExchanges(
          sql,
          taken.map(({ exchange }) => ({ ...exchange, ...mark })),
        );
      }, WITHIN_MS);
      for (const { resolve } of taken) resolve();
    } catch (error) {
      if (taken.length === 0) taken.push(...waiting.splice(0));
      for (const { reject } of taken) reject(error);
    }
    count -= taken.length;
    characters -= taken.reduce((sum, entry) => sum + entry.characters, 0);
  }

  return (exchange) =>
    new Promise((resolve, reject) => {
      const { request = '', reply = '', transformed } = exchange;
      const size = request.length + reply.length + (transformed ? JSON.stringify(transformed).length : 0);
      if (count >= MAX_WAITING || characters + size > MAX_WAITING_CHARACTERS) {
        reject(fail('store_unavailable', { entity: 'exchange', record: exchange.id }));
        return;
      }
      count += 1;
      characters += size;
      waiting.push({ exchange, characters: size, resolve, reject });
      if (waiting.length === 1) void flush();
    });
}

/** Each with its run, in whose counts an exchange that stands there already is no second time. */
async function insertExchanges(sql: Sql, exchanges: readonly Exchange[]): Promise<void> {
  let run = exchanges.some(belongsToRun) ? await readNewestRun(sql) : undefined;
  const changed = new Map<string, ExchangeRun>();
  for (const exchange of exchanges) {
    if (!belongsToRun(exchange)) {
      await insertExchange(sql, exchange);
      continue;
    }
    const own = runOf(run, exchange);
    if (!(await insertExchange(sql, { ...exchange, run: own.id }))) continue;
    run = joined(own, exchange);
    changed.set(run.id, run);
  }
  for (const each of changed.values()) await saveRun(sql, each);
}
