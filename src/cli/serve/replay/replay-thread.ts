import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReplayStep } from '../../../api/replays.ts';
import { PasserelleError } from '../../../domain/error.ts';
import type { FromWorker, ReplayJob, ToWorker } from './protocol.ts';

/** How long a thread that is told to stop may take over the exchange, or the copy, that it is at. */
const PATIENCE_MS = 5_000;

/** Replays on a copy, on a thread of its own, which has ended when the steps do. Rejects as `onCopy` and `replayMany` do. */
export async function* replayInThread(job: ReplayJob, signal: AbortSignal): AsyncGenerator<ReplayStep> {
  const worker = new Worker(new URL(`./worker${import.meta.url.slice(-3)}`, import.meta.url), {
    workerData: job,
  });
  const post = (message: ToWorker): void => worker.postMessage(message);
  let patience: NodeJS.Timeout | undefined;
  const stop = (): void => {
    post({ kind: 'stop' });
    patience ??= setTimeout(() => void worker.terminate(), PATIENCE_MS);
  };
  const exited = new Promise((resolve) => worker.once('exit', resolve));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const messages: AsyncIterable<readonly FromWorker[]> = on(worker, 'message', { close: ['exit'] });
    for await (const [message] of messages) {
      if (!message) continue;
      if (message.kind === 'end') return;
      if (message.kind === 'refused') throw new PasserelleError(message.problem);
      if (message.kind === 'failed') throw new Error(message.message);
      yield message;
      post({ kind: 'next' });
    }
    if (!signal.aborted) throw new Error('the thread of a replay ended before its end');
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await exited;
    clearTimeout(patience);
  }
}
