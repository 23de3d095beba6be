import { parentPort, workerData } from 'node:worker_threads';
import type { ReplayStep } from '../../../api/replays.ts';
import { PasserelleError } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import { replayMany } from '../../../replay/replay-many.ts';
import { resolveOwnPackage } from '../../own-package.ts';
import { onCopy } from '../../replay/settings.ts';
import type { FromWorker, ReplayJob, ToWorker } from './protocol.ts';

/** The thread of one replay: it copies the shop, replays on the copy, and closes it, while nobody else waits for the processor. */
const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread');

resolveOwnPackage();

const { settings, folder, ids, edited }: ReplayJob = workerData;
const stopping = new AbortController();
let goOn = (): void => {};

port.on('message', ({ kind }: ToWorker) => {
  if (kind === 'stop') stopping.abort();
  goOn();
});

const send = (message: FromWorker): void => port.postMessage(message);

/** Waits until it was taken, so that results are not heaped up for a slow reader. */
async function tell(step: ReplayStep): Promise<void> {
  if (stopping.signal.aborted) return;
  const taken = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  send(step);
  await taken;
}

try {
  await onCopy(settings, folder, async (target) => {
    await tell({ kind: 'copied' });
    // The copy has the journal too.
    const source = target.shop;
    const results = replayMany(ids, { source, target, signal: stopping.signal, ...defined({ edited }) });
    for await (const batch of results) await tell({ kind: 'results', results: batch });
  });
  send({ kind: 'end' });
} catch (error) {
  if (error instanceof PasserelleError) send({ kind: 'refused', problem: error.problem });
  else
    send({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
} finally {
  port.close();
}
