import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('gives equal texts for equal values, whatever the order of their keys, at every depth', () => {
  const one = { b: [{ y: 1, x: undefined }], a: '1' };
  const other = { a: '1', b: [{ y: 1 }] };
  expect(canonicalJson(one)).toBe(canonicalJson(other));
});

it('keeps names that mean something to the language', () => {
  const text = canonicalJson(JSON.parse('{"constructor":"1","__proto__":"2"}'));
  expect(text).toBe('{"__proto__":"2","constructor":"1"}');
});
