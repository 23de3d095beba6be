import type { Readable } from 'node:stream';

/**
 * The rows of a stream; `late` ends the stream when nothing comes for `milliseconds` while a row is waited for. The time
 * that the reader takes with a row does not count.
 */
export async function* withPatience<Row>(
  stream: Readable & AsyncIterable<Row>,
  milliseconds: number,
  late: () => Error,
): AsyncGenerator<Row, void, undefined> {
  let waiting = true;
  const timer = setTimeout(() => {
    if (waiting) stream.destroy(late());
  }, milliseconds);
  try {
    for await (const row of stream) {
      waiting = false;
      yield row;
      waiting = true;
      timer.refresh();
    }
  } finally {
    clearTimeout(timer);
  }
}
