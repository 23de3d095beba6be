import type { BenchContext } from './bench.ts';
import { type BulkMessage, type BulkTimes, sendBulk } from './bulk-message.ts';
import { startBulkServer } from './bulk-server.ts';
import { companyRows } from './company-rows.ts';
import { type MemoryGrowth, watchMemory } from './memory.ts';
import type { Row } from './rows.ts';
import type { ShopSettings } from './servers.ts';
import type { BenchStore } from './stores.ts';

/** A bulk message and the shop that gets it. */
export interface BulkRun {
  readonly store: BenchStore;
  readonly settings?: ShopSettings;
  readonly message: BulkMessage;
  /** How many products the shop has. */
  readonly products: number;
}

export interface BulkOutcome {
  readonly times: BulkTimes;
  readonly memory: MemoryGrowth;
}

/** The message with nobody beside it. */
export async function sendAlone(context: BenchContext, run: BulkRun): Promise<BulkOutcome> {
  const { message } = run;
  const server = await startBulkServer(context, run);
  try {
    context.progress(`${message.resource}${message.compression === undefined ? '' : ', zlib'}`);
    const memory = watchMemory(server.pid);
    const times = await sendBulk(server, message);
    return { times, memory: memory.stop() };
  } finally {
    await server.stop();
  }
}

/** The message beside others who write and read. */
export async function sendInCompany(
  context: BenchContext,
  bench: string,
  run: BulkRun,
): Promise<readonly Row[]> {
  const server = await startBulkServer(context, run);
  try {
    context.progress(`${run.message.resource} beside a writer and a reader`);
    return await companyRows(context, server, { bench, ...run, send: () => sendBulk(server, run.message) });
  } finally {
    await server.stop();
  }
}
