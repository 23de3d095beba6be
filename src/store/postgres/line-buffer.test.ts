import { expect, test } from 'vitest';
import { createLineBuffer } from './line-buffer.ts';

const textOf = (blocks: readonly Uint8Array[]): string => Buffer.concat([...blocks]).toString('utf8');

test('what is appended comes out in its order, whatever it measures beside a block', () => {
  const lines = ['a\n', 'é'.repeat(7), '', '€'.repeat(40), '😀\n', 'z'.repeat(8), '\n'];
  const buffer = createLineBuffer(8);
  for (const line of lines) buffer.append(line);
  expect(buffer.bytes()).toBe(Buffer.byteLength(lines.join('')));
  expect(textOf(buffer.take())).toBe(lines.join(''));
});

test('what was taken stays as it is while the next is collected', () => {
  const buffer = createLineBuffer(16);
  buffer.append('first');
  const first = buffer.take();
  expect(buffer.bytes()).toBe(0);
  buffer.append('other');
  expect(textOf(first)).toBe('first');
  expect(textOf(buffer.take())).toBe('other');
  expect(buffer.take()).toEqual([]);
});
