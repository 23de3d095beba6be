import { setImmediate as othersTurn } from 'node:timers/promises';

/** Whether a reply's content comes in lines. */
export const isLines = (content: unknown): content is AsyncIterable<unknown> =>
  typeof content === 'object' &&
  content !== null &&
  Symbol.asyncIterator in content &&
  // Of bytes: it is one too.
  !(content instanceof ReadableStream);

/** Lines of JSON as they come; in the place of what fails stands what is said of it. */
export async function* linesOfJson(
  lines: AsyncIterable<unknown>,
  failed: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  const bytes = (line: unknown): Uint8Array => Buffer.from(`${JSON.stringify(line)}\n`);
  try {
    for await (const line of lines) yield bytes(line);
  } catch (error) {
    yield bytes(failed(error));
  }
}

/** Read as far as somebody takes it; `onLeft` is told when nobody does any more. */
export function bodyOf(chunks: AsyncIterable<Uint8Array>, onLeft: () => void): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // A chunk may be made without ever waiting.
        await othersTurn();
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        // What is waited for now must hear it too, or the return would wait for it.
        onLeft();
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
