import { expect, test } from 'vitest';
import { merged } from './merged.ts';

test('what was recorded late comes to its place, what is there twice stays once', () => {
  const ids = (text: string) => Array.from(text, (id) => ({ id }));
  expect(merged(ids('ec'), ids('dcba'))).toEqual(ids('edcba'));
});
