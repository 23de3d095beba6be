import { parentPort, workerData } from 'node:worker_threads';
import { fail, PasserelleError } from '../../domain/error.ts';
import { openStore, type Store } from '../../store/open.ts';
import type { StoreOptions } from '../../store/options.ts';
import { type BulkRequest, processBulk } from '../../webservice/bulk.ts';
import { type Channel, createChannel } from '../../webservice/channel.ts';
import type { FromWorker, ToWorker } from './bulk-protocol.ts';

/**
 * The thread that works on bulk messages: bytes in, report out, on connections of its own, so that a price list of a
 * million rows never makes another caller wait for the processor.
 */
const port = parentPort;
if (!port) throw new Error('bulk-worker.ts runs as a worker thread');

/** By shop name; given by the server when it starts the thread. */
const storeOptions: Readonly<Record<string, StoreOptions>> = workerData;
const stores = new Map<string, Promise<Store>>();
const jobs = new Map<number, Channel>();
const underWay = new Set<Promise<void>>();

const send = (message: FromWorker): void => port.postMessage(message);

port.on('message', (message: ToWorker) => {
  if (message.kind === 'stop') void stop();
  else if (message.kind === 'start') begin(message.job, message.request);
  else if (message.kind === 'end') jobs.get(message.job)?.end();
  else if (message.kind === 'abort')
    jobs.get(message.job)?.fail(fail('body_incomplete', { expected: message.reason }));
  else void take(message.job, message.bytes);
});

async function take(job: number, bytes: Uint8Array): Promise<void> {
  const channel = jobs.get(job);
  channel?.write(bytes);
  await channel?.drained();
  send({ kind: 'taken', job, bytes: bytes.length });
}

function begin(job: number, request: BulkRequest): void {
  const channel = createChannel();
  jobs.set(job, channel);
  const done = work(job, request, channel.source).finally(() => {
    jobs.delete(job);
    underWay.delete(done);
  });
  underWay.add(done);
}

async function work(job: number, request: BulkRequest, source: Channel['source']): Promise<void> {
  try {
    const { shop } = await storeOf(request.shopName);
    send({ kind: 'done', job, report: await processBulk(shop, request, source) });
  } catch (error) {
    // A store that could not be opened: the caller is told as when it cannot commit.
    if (error instanceof PasserelleError)
      send({ kind: 'done', job, report: { ok: false, problem: error.problem, head: '' } });
    else
      send({
        kind: 'failed',
        job,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
}

function storeOf(name: string): Promise<Store> {
  const options = storeOptions[name];
  if (!options) throw new Error(`no shop named ${name}`);
  const store = stores.get(name) ?? openStore(options);
  stores.set(name, store);
  // What fails to open now may open for the next message.
  store.catch(() => stores.delete(name));
  return store;
}

async function stop(): Promise<void> {
  await Promise.all(underWay);
  for (const store of stores.values()) await (await store).close();
  port?.close();
}
