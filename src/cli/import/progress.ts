import { SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.ts';
import type { ImportWording } from '../wording/import.ts';

/** Shows how far the reading of one file is, on standard error. */
export interface Progress {
  bytes(count: number): void;
  records(count: number): void;
  /** A line beside the progress: nothing is overwritten. */
  line(text: string): void;
  stop(): void;
}

export interface ProgressOptions {
  readonly errors: Terminal['errors'];
  readonly wording: ImportWording;
  readonly file: string;
  /** Of the file, where it is known. */
  readonly size: number | undefined;
}

/** A bar on a terminal; elsewhere a line every few seconds. */
export const createProgress = (options: ProgressOptions): Progress =>
  options.errors.isTTY && options.size !== undefined
    ? createBar(options, options.size)
    : createLines(options);

const CLEAR_LINE = '\r\u001b[K';

function createBar({ errors, file }: ProgressOptions, size: number): Progress {
  const bar = new SingleBar({
    stream: errors,
    format: `${file} {bar} {percentage} % · {records}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  let read = 0;
  let records = 0;
  bar.start(size, 0, { records });
  return {
    bytes: (count) => {
      read += count;
      bar.update(Math.min(read, size), { records });
    },
    records: (count) => {
      records += count;
    },
    line: (text) => errors.write(`${CLEAR_LINE}${text}\n`),
    stop: () => bar.stop(),
  };
}

const LINE_EVERY_MS = 3000;

function createLines({ errors, wording, file, size }: ProgressOptions): Progress {
  let read = 0;
  let records = 0;
  const timer = setInterval(() => {
    const percent = size ? Math.floor((read / size) * 100) : undefined;
    errors.write(`${wording.progress(file, records, percent)}\n`);
  }, LINE_EVERY_MS).unref();
  return {
    bytes: (count) => {
      read += count;
    },
    records: (count) => {
      records += count;
    },
    line: (text) => errors.write(`${text}\n`),
    stop: () => clearInterval(timer),
  };
}
