import { expect, test } from 'vitest';
import { createChannel } from './channel.ts';

const MIB = 1 << 20;

test('everyone who waits for room gets it', async () => {
  const channel = createChannel();
  const waiters = [1, 2, 3].map(() => {
    channel.write(new Uint8Array(MIB));
    return channel.drained();
  });
  const reader = channel.source[Symbol.asyncIterator]();
  for (let chunk = 0; chunk < 3; chunk++) await reader.next();
  await expect(Promise.all(waiters)).resolves.toHaveLength(3);
});

test('a reader that stops early holds nobody', async () => {
  const channel = createChannel();
  channel.write(new Uint8Array(2 * MIB));
  const waiting = channel.drained();
  for await (const _ of channel.source) break;
  await waiting;
  channel.write(new Uint8Array(2 * MIB));
  await channel.drained();
});

test('the end is seen after what was written, a failure at once', async () => {
  const ended = createChannel();
  ended.write(new Uint8Array(1));
  ended.end();
  expect(await Array.fromAsync(ended.source)).toHaveLength(1);
  const failed = createChannel();
  failed.write(new Uint8Array(1));
  failed.fail(new Error('cut'));
  await expect(Array.fromAsync(failed.source)).rejects.toThrow('cut');
});
