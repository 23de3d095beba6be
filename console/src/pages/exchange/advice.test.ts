import { expect, test } from 'vitest';
import { adviceFor } from './advice.ts';

test('what to do follows from what happened', () => {
  expect(adviceFor('refused', 'key_wrong')).toBe('key');
  for (const kind of ['deactivated', 'repriced', 'emptied'])
    expect(adviceFor('refused', `too_many_${kind}`)).toBe('held');
  expect(adviceFor('refused', 'form_too_many_parts')).toBe('refused');
  expect(adviceFor('refused', 'not_a_number')).toBe('refused');
  expect(adviceFor('partly', undefined)).toBe('refused');
  expect(adviceFor('failed', 'internal')).toBe('failed');
  expect(adviceFor('unchanged', undefined)).toBeUndefined();
});
