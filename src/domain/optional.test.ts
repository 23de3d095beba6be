import { expect, test } from 'vitest';
import { defined, filled } from './optional.ts';

test('what has no value is absent; null, false, 0 and empty texts are values', () => {
  const fields = { a: undefined, b: null, c: false, d: 0, e: '' };
  expect(Object.keys(defined(fields))).toEqual(['b', 'c', 'd', 'e']);
});

test('types follow: an absent field is optional, not undefined', () => {
  const maybe = (text: string): string | undefined => text || undefined;
  const record: { readonly id: string; readonly name?: string } = defined({ id: '1', name: maybe('') });
  expect(record).toEqual({ id: '1' });
});

test('empty texts, lists and records are nothing', () => {
  expect([filled(''), filled([]), filled({}), filled(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([filled('a'), filled([0]), filled({ a: undefined })]).toEqual(['a', [0], { a: undefined }]);
});
