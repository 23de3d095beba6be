import { Worker } from 'node:worker_threads';
import type { ShopSpec } from '../../../composition/shop-spec.ts';
import { fail, PasserelleError } from '../../../domain/error.ts';
import type { BulkReport, BulkRequest, BulkRunner } from '../../../webservice/bulk/bulk.ts';
import { createToldFigures } from './figures.ts';
import { type BulkFigures, type FromWorker, type ToWorker, WINDOW_BYTES } from './protocol.ts';

export interface BulkThread {
  readonly run: BulkRunner;
  /** How many messages are being worked on. */
  underWay(): number;
  /** What the thread's stores have counted; its last answer while it is too busy for one. */
  figures(): Promise<BulkFigures>;
  /** Waits for the jobs under way. */
  close(): Promise<void>;
}

/**
 * A young generation that may grow large is let grow: more memory, no more speed. A batch of records lives through few
 * of its collections.
 */
const YOUNG_GENERATION_MB = 12;

interface Job {
  taken(bytes: number): void;
  done(report: BulkReport): void;
  failed(error: Error): void;
}

/** Runs bulk messages on a thread of their own; a thread that dies fails its jobs and is replaced at the next one. */
export function createBulkThread(shops: Readonly<Record<string, ShopSpec>>): BulkThread {
  const jobs = new Map<number, Job>();
  const told = createToldFigures();
  let worker: Worker | undefined;
  let lastJob = 0;

  const failAll = (error: Error): void => {
    for (const job of jobs.values()) job.failed(error);
    jobs.clear();
    told.tell({});
    worker = undefined;
  };

  const start = (): Worker => {
    const started = new Worker(new URL(`./worker${import.meta.url.slice(-3)}`, import.meta.url), {
      workerData: shops,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    started.on('message', (message: FromWorker) => {
      if (message.kind === 'figures') {
        told.tell(message.figures);
        return;
      }
      const job = jobs.get(message.job);
      if (message.kind === 'taken') job?.taken(message.bytes);
      else if (message.kind === 'done') job?.done(message.report);
      else job?.failed(new Error(message.message));
    });
    started.on('error', failAll);
    started.on('exit', () => failAll(new Error('the thread for bulk messages stopped')));
    return started;
  };

  return {
    async run(request, source) {
      worker ??= start();
      const number = ++lastJob;
      const post = (message: ToWorker, transfer: readonly ArrayBuffer[] = []): void =>
        worker?.postMessage(message, transfer);
      try {
        return await runJob({ number, request, source, post, register: (job) => jobs.set(number, job) });
      } finally {
        jobs.delete(number);
      }
    },
    underWay: () => jobs.size,
    async figures() {
      const running = worker;
      return running ? told.ask(() => running.postMessage({ kind: 'figures' } satisfies ToWorker)) : {};
    },
    async close() {
      const running = worker;
      if (!running) return;
      const exited = new Promise((resolve) => running.once('exit', resolve));
      running.postMessage({ kind: 'stop' } satisfies ToWorker);
      await exited;
    },
  };
}

interface JobOptions {
  readonly number: number;
  readonly request: BulkRequest;
  readonly source: AsyncIterable<Uint8Array>;
  post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void;
  register(job: Job): void;
}

async function runJob({ number, request, source, post, register }: JobOptions): Promise<BulkReport> {
  let onItsWay = 0;
  let over = false;
  let wake = (): void => {};
  const report = new Promise<BulkReport>((resolve, reject) => {
    const settle = (): void => {
      over = true;
      wake();
    };
    register({
      taken(bytes) {
        onItsWay -= bytes;
        wake();
      },
      done(value) {
        settle();
        resolve(value);
      },
      failed(error) {
        settle();
        reject(fail('internal', {}, error));
      },
    });
  });
  // A thread that dies while the source still comes is told below: nobody waits for the report yet.
  report.catch(() => {});
  post({ kind: 'start', job: number, request });
  try {
    for await (const chunk of source) {
      while (onItsWay > WINDOW_BYTES && !over)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      // A message that was refused early is read to its end all the same: its reply comes after the request.
      if (over) continue;
      onItsWay += chunk.length;
      const bytes = ownMemory(chunk);
      post({ kind: 'chunk', job: number, bytes }, [bytes.buffer]);
    }
    post({ kind: 'end', job: number });
  } catch (error) {
    post({
      kind: 'abort',
      job: number,
      reason: error instanceof PasserelleError ? error.problem.reason : 'aborted',
    });
    await report.catch(() => {});
    throw error;
  }
  return report;
}

/**
 * In memory of its own, so that it can be handed over: a view would take all of what it is a view on along. Nobody else
 * looks at a chunk that is the whole of its memory, as nothing of that is left for others.
 */
function ownMemory(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = chunk;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === chunk.length;
  return whole ? new Uint8Array(buffer) : new Uint8Array(chunk);
}
