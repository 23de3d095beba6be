import { rmSync } from 'node:fs';
import type { BenchContext } from './bench.ts';
import { type BulkMessage, type BulkTimes, sendBulk } from './bulk-message.ts';
import { startBulkServer } from './bulk-server.ts';
import { companyRows } from './company-rows.ts';
import { type MemoryGrowth, watchMemory } from './memory.ts';
import type { Row } from './rows.ts';

/** A bulk message and the shop that gets it. */
export interface BulkRun {
  readonly bench: string;
  readonly message: BulkMessage;
  /** How many products the shop has. */
  readonly products: number;
  /** Gives the folder of a new store. */
  makeShop(): Promise<string>;
}

export interface BulkOutcome {
  readonly times: BulkTimes;
  readonly memory: MemoryGrowth;
  /** What `look` saw in the store's folder. */
  readonly seen: string;
}

/** The message with nobody beside it. */
export async function sendAlone(
  context: BenchContext,
  { message, products, makeShop }: BulkRun,
  look: (folder: string) => string,
): Promise<BulkOutcome> {
  const folder = await makeShop();
  const server = await startBulkServer(context, folder, products);
  try {
    context.progress(`${message.resource}${message.compression === undefined ? '' : ', zlib'}`);
    const memory = watchMemory(server.pid);
    const times = await sendBulk(server, message);
    return { times, memory: memory.stop(), seen: look(folder) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The message beside others who write and read. */
export async function sendInCompany(context: BenchContext, run: BulkRun): Promise<readonly Row[]> {
  const folder = await run.makeShop();
  const server = await startBulkServer(context, folder, run.products);
  try {
    context.progress(`${run.message.resource} beside a writer and a reader`);
    return await companyRows(context, server, { ...run, send: () => sendBulk(server, run.message) });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
