import { expect, test } from 'vitest';
import { adviceFor } from './advice.ts';

test('what to do follows from what happened', () => {
  expect(adviceFor('refused', 'key_wrong')).toBe('key');
  expect(adviceFor('refused', 'not_a_number')).toBe('refused');
  expect(adviceFor('partly', undefined)).toBe('refused');
  expect(adviceFor('failed', 'internal')).toBe('failed');
  expect(adviceFor('unchanged', undefined)).toBeUndefined();
});
