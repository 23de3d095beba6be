import { SingleBar } from 'cli-progress';
import type { SyncEvents } from '../../connector/sync/options.ts';
import type { FlowName } from '../../connector/sync/report.ts';
import type { Terminal } from '../terminal.ts';
import type { SyncWording } from '../wording/sync.ts';

/** Shows on standard error how far a run is. */
export interface SyncProgress extends Pick<SyncEvents, 'flowStarted' | 'progress' | 'flowEnded'> {
  /** Takes the bar away; nothing is shown afterwards. */
  stop(): void;
}

/** A bar for each flow on a terminal; elsewhere a line every few seconds. */
export const createSyncProgress = (errors: Terminal['errors'], wording: SyncWording): SyncProgress =>
  errors.isTTY ? createBars(errors, wording) : createLines(errors, wording);

function createBars(errors: Terminal['errors'], wording: SyncWording): SyncProgress {
  let bar: SingleBar | undefined;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    flowStarted(flow) {
      stop();
      bar = new SingleBar({
        stream: errors,
        format: `${wording.flows[flow]} {bar} {value}/{total}`,
        hideCursor: true,
        clearOnComplete: true,
      });
      bar.start(0, 0);
    },
    progress(_flow, done, total) {
      // A bar without an end would stand at its end: what is not known yet grows with what is done.
      bar?.setTotal(Math.max(total ?? done, 1));
      bar?.update(done);
    },
    flowEnded: stop,
    stop,
  };
}

const LINE_EVERY_MS = 3000;

function createLines(errors: Terminal['errors'], wording: SyncWording): SyncProgress {
  let current: { flow: FlowName; done: number; total: number | undefined } | undefined;
  const timer = setInterval(() => {
    if (!current) return;
    const { flow, done, total } = current;
    errors.write(`${wording.progress(wording.flows[flow], done, total)}\n`);
  }, LINE_EVERY_MS).unref();
  return {
    flowStarted(flow) {
      current = { flow, done: 0, total: undefined };
    },
    progress(flow, done, total) {
      current = { flow, done, total };
    },
    flowEnded() {
      current = undefined;
    },
    stop: () => clearInterval(timer),
  };
}
