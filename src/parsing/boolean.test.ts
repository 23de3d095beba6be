import { expect, test } from 'vitest';
import { parseBoolean } from './boolean.ts';

test.each([
  ['1', true],
  ['-1', true],
  ['true', true],
  ['Oui', true],
  ['VRAI', true],
  [' 0 ', false],
  ['False', false],
  ['non', false],
  ['faux', false],
  ['2', undefined],
  ['peut-être', undefined],
])('the boolean %j is %s', (spelled, expected) => {
  expect(parseBoolean(spelled)).toBe(expected);
});
