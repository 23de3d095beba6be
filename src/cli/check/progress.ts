import { SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.ts';
import type { CheckWording } from '../wording/check.ts';

/** How far a check is, on standard error: a bar on a terminal, elsewhere a line every few seconds. */
export interface FindingProgress {
  show(done: number, total: number): void;
  stop(): void;
}

export function createFindingProgress(
  errors: Terminal['errors'],
  words: Pick<CheckWording, 'progress'>,
): FindingProgress {
  if (!errors.isTTY) return createLines(errors, words);
  const bar = new SingleBar({ stream: errors, format: '{bar} {value}/{total}', clearOnComplete: true });
  let started = false;
  return {
    show(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

const LINE_EVERY_MS = 5000;

function createLines(errors: Terminal['errors'], words: Pick<CheckWording, 'progress'>): FindingProgress {
  let line = '';
  const timer = setInterval(() => {
    if (line !== '') errors.write(`${line}\n`);
  }, LINE_EVERY_MS).unref();
  return {
    show(done, total) {
      line = words.progress(done, total);
    },
    stop: () => clearInterval(timer),
  };
}
