import { expect, test } from 'vitest';
import { jsonLines } from './json-lines.ts';

test('lines are read however they are cut', async () => {
  const bytes = new TextEncoder().encode(
    '{"kind":"progress","done":1,"total":2}\n{"kind":"problem","reason":"é","detail":""}\n',
  );
  for (const size of [1, 7, bytes.length]) {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    expect(await Array.fromAsync(jsonLines(body))).toEqual([
      { kind: 'progress', done: 1, total: 2 },
      { kind: 'problem', reason: 'é', detail: '' },
    ]);
  }
});
