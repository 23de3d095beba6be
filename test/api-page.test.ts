import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

test('the program in docs/api.md is the example that is compiled and tried', () => {
  const [, program] = /```ts\n([\s\S]*?)```/.exec(read('docs/api.md')) ?? [];
  expect(program).toBe(read('examples/api-client/shop-pages.ts'));
});
