import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkTimes } from './bulk-message.ts';
import { type Address, type Connection, openConnection } from './connection.ts';
import { listRequest } from './list-request.ts';
import { productLoad } from './product-load.ts';
import { type Summary, summaryOf } from './statistics.ts';

/** One call's wait; in ms as performance.now() counts. */
export interface Wait {
  readonly ended: number;
  readonly ms: number;
}

/** Other callers of the same shop: one that updates products, one that reads pages of the list. */
export interface Company {
  stop(): Promise<{ readonly writer: readonly Wait[]; readonly reader: readonly Wait[] }>;
}

/** Between two calls, in ms: busy, but not so busy that they take the processor from what is measured. */
const WRITER_PAUSE = 5;
const READER_PAUSE = 20;
const PAGE = 500;

export async function keepCompany(server: Address, products: number): Promise<Company> {
  const state = { over: false };
  const { messages, accepts } = productLoad({ products, changing: true });
  const next = messages();
  let page = 0;
  const writer = await openConnection(server);
  const reader = await openConnection(server);
  const calls = Promise.all([
    callOn(writer, state, { next, accepts, pause: WRITER_PAUSE }),
    callOn(reader, state, {
      next: () => listRequest('products_list', `${(page++ * PAGE) % products},${PAGE}`),
      accepts: (body) => body.includes('</products_list>'),
      pause: READER_PAUSE,
    }),
  ]);
  // Awaited in stop.
  calls.catch(() => {});
  return {
    async stop() {
      state.over = true;
      const [writes, reads] = await calls;
      writer.close();
      reader.close();
      return { writer: writes, reader: reads };
    },
  };
}

interface Calls {
  next(): Uint8Array;
  accepts(body: Buffer): boolean;
  readonly pause: number;
}

async function callOn(
  connection: Connection,
  state: { readonly over: boolean },
  { next, accepts, pause }: Calls,
): Promise<readonly Wait[]> {
  const waits: Wait[] = [];
  while (!state.over) {
    const start = performance.now();
    const { body } = await connection.ask(next());
    const ended = performance.now();
    if (!accepts(body)) throw new Error(`refused meanwhile: ${body.toString().slice(0, 500)}`);
    waits.push({ ended, ms: ended - start });
    await sleep(pause);
  }
  return waits;
}

/** The waits by what the server was doing when they ended; a wait for the lock ends after it. */
export interface WaitsByPhase {
  readonly idle: Summary;
  /** While the message arrives and is staged. */
  readonly arrival: Summary;
  /** From its last byte until its reply: compared, then written under the lock. */
  readonly merge: Summary;
}

export function waitsByPhase(waits: readonly Wait[], { start, sent, replied }: BulkTimes): WaitsByPhase {
  const between = (from: number, to: number): Summary =>
    summaryOf(waits.filter(({ ended }) => ended > from && ended <= to).map(({ ms }) => ms));
  return {
    idle: between(Number.NEGATIVE_INFINITY, start),
    arrival: between(start, sent),
    merge: between(sent, firstEndAfter(waits, replied)),
  };
}

/** A call that waits for the message's end is answered after it. */
const firstEndAfter = (waits: readonly Wait[], moment: number): number =>
  waits.find(({ ended }) => ended > moment)?.ended ?? moment;
