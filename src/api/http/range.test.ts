import { expect, test } from 'vitest';
import { rangeFrom } from './range.ts';

const file = { bytes: 10, etag: '"a"' };
const asked = (range: string | undefined, ifRange?: string) => rangeFrom({ range, ifRange }, file);

test.each([
  ['bytes=0-0', 0, 0],
  ['bytes=2-4', 2, 4],
  ['bytes=2-', 2, 9],
  ['bytes=2-400', 2, 9],
  ['bytes=-3', 7, 9],
  ['bytes=-300', 0, 9],
])('%s', (range, first, last) => {
  expect(asked(range)).toEqual({ first, last });
  expect(asked(range, '"a"')).toEqual({ first, last });
  expect(asked(range, '"b"')).toBeUndefined();
  expect(asked(range, 'W/"a"')).toBeUndefined();
});

test.each([
  undefined,
  '',
  'bytes=-',
  'bytes=10-',
  'bytes=4-2',
  'bytes=-0',
  'bytes=0-1,3-4',
  'lines=1-2',
  'bytes=a-b',
  `bytes=${'9'.repeat(400)}-`,
])('%s is no part of it', (range) => {
  expect(asked(range)).toBeUndefined();
});

test('an empty file has no parts', () => {
  for (const range of ['bytes=0-', 'bytes=-1'])
    expect(rangeFrom({ range, ifRange: undefined }, { bytes: 0, etag: undefined })).toBeUndefined();
});
