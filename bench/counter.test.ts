import { expect, it } from 'vitest';
import { createMarkCounter } from './counter.ts';

const TEXT = Buffer.from('<l><product>1</product><product>2</product></product></l>');

it.each([1, 2, 3, 7, 10, 11, 100])('counts each mark once, however the bytes are cut (%i)', (length) => {
  const counter = createMarkCounter('</product>');
  for (let at = 0; at < TEXT.length; at += length) counter.write(TEXT.subarray(at, at + length));
  expect(counter.count()).toBe(3);
});
