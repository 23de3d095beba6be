import { expect, test } from 'vitest';
import { parsePhpSerialized } from './php-serialized.ts';

const map = (fields: object) => new Map(Object.entries(fields));

test.each([
  ['N;', null],
  ['b:1;', true],
  ['i:-12;', '-12'],
  ['d:0.20000000000000001;', '0.20000000000000001'],
  ['s:6:"été;";', 'été;'],
  ['a:0:{}', new Map()],
  [
    'a:1:{s:5:"TVA20";O:8:"stdClass":2:{s:8:"tax_rate";s:7:"0.20000";s:10:"tax_amount";d:3.35;}}',
    map({ TVA20: map({ tax_rate: '0.20000', tax_amount: '3.35' }) }),
  ],
  ['a:2:{i:0;s:1:"a";i:1;b:0;}', map({ 0: 'a', 1: false })],
])('%s', (text, value) => {
  expect(parsePhpSerialized(text)).toEqual(value);
});

test.each([
  '',
  'x',
  'i:1',
  's:9:"short";',
  's:-1:"";',
  'a:1:{i:0;}',
  'a:999999999:{}',
  'a:1:{a:0:{}i:1;}',
  'R:1;',
  '{"json":true}',
  `${'a:1:{i:0;'.repeat(30)}N;${'}'.repeat(30)}`,
])('%j is none', (text) => {
  expect(parsePhpSerialized(text)).toBeUndefined();
});
