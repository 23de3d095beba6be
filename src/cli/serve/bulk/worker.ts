import { parentPort, workerData } from 'node:worker_threads';
import { openShop } from '../../../composition/open-shop.ts';
import type { OpenedShop } from '../../../composition/opened-shop.ts';
import type { ShopSpec } from '../../../composition/shop-spec.ts';
import { fail, PasserelleError } from '../../../domain/error.ts';
import { type BulkRequest, processBulk } from '../../../webservice/bulk/bulk.ts';
import { type Channel, createChannel } from '../../../webservice/bulk/channel.ts';
import { resolveOwnPackage } from '../../own-package.ts';
import type { BulkFigures, FromWorker, ToWorker } from './protocol.ts';

/**
 * The thread that works on bulk messages: bytes in, report out, on connections of its own, so that a price list of a
 * million rows never makes another caller wait for the processor.
 */
const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread');

resolveOwnPackage();

/** By shop name; given by the server when it starts the thread. */
const specs: Readonly<Record<string, ShopSpec>> = workerData;
const shops = new Map<string, Promise<OpenedShop>>();
const opened = new Map<string, OpenedShop>();
const jobs = new Map<number, Channel>();
const underWay = new Set<Promise<void>>();

const send = (message: FromWorker): void => port.postMessage(message);

port.on('message', (message: ToWorker) => {
  if (message.kind === 'stop') void stop();
  else if (message.kind === 'figures') send({ kind: 'figures', figures: figures() });
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
    const { shop } = await shopOf(request.shopName);
    send({ kind: 'done', job, report: await processBulk(shop, request, source) });
  } catch (error) {
    // A shop that could not be opened: the caller is told as when it cannot commit.
    if (error instanceof PasserelleError)
      send({ kind: 'done', job, report: { ok: false, problem: error.problem, beginning: '', isCut: true } });
    else
      send({
        kind: 'failed',
        job,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
}

function shopOf(name: string): Promise<OpenedShop> {
  const spec = specs[name];
  if (!spec) throw new Error(`no shop named ${name}`);
  const shop = shops.get(name) ?? openShop(spec);
  shops.set(name, shop);
  shop.then(
    (open) => opened.set(name, open),
    // What fails to open now may open for the next message.
    () => shops.delete(name),
  );
  return shop;
}

const figures = (): BulkFigures =>
  Object.fromEntries([...opened].map(([name, shop]) => [name, shop.figures()]));

async function stop(): Promise<void> {
  await Promise.all(underWay);
  for (const shop of shops.values()) await (await shop).close();
  port?.close();
}
