import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorsPage } from '../scripts/errors-docs.ts';
import { type ProblemFacts, REASONS } from '../src/domain/problem.ts';
import { ERROR_MEANINGS } from '../src/shop/errors.ts';
import { LANGUAGES, SENTENCES } from '../src/shop/wording.ts';

test('what each code means to the outside is a promise: it changes on purpose only', () => {
  const rows = Object.entries(ERROR_MEANINGS).map(([code, meaning]) => [
    code,
    meaning.wireStatus,
    meaning.httpStatus,
    meaning.exitCode,
    meaning.logLevel,
    meaning.retryable,
  ]);
  expect(rows).toEqual([
    ['unauthorized', 200, 401, 1, 'warn', false],
    ['unknown_resource', 200, 404, 1, 'warn', false],
    ['unreadable', 200, 400, 1, 'warn', false],
    ['too_large', 200, 413, 1, 'warn', false],
    ['missing_field', 200, 422, 1, 'info', false],
    ['invalid_value', 200, 422, 1, 'info', false],
    ['unknown_reference', 200, 404, 1, 'info', false],
    ['conflict', 200, 409, 1, 'info', false],
    ['partly_refused', 200, 422, 1, 'info', false],
    ['unsupported', 200, 501, 1, 'info', false],
    ['store_unavailable', 503, 503, 2, 'error', true],
    ['internal', 200, 500, 2, 'error', false],
  ]);
});

test('docs/errors.md is what the code says (else run: node scripts/errors-docs.ts)', () => {
  const committed = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  expect(committed).toBe(errorsPage());
});

test('every code has a reason', () => {
  const used = new Set<string>(Object.values(REASONS));
  expect(Object.keys(ERROR_MEANINGS).filter((code) => !used.has(code))).toEqual([]);
});

/** The types make this list complete. `details` are sentences of their own and stand in none. */
const FACTS: Readonly<Record<Exclude<keyof ProblemFacts, 'details'> | 'where', true>> = {
  where: true,
  entity: true,
  record: true,
  field: true,
  value: true,
  expected: true,
  file: true,
  line: true,
  column: true,
  limit: true,
  exchange: true,
  saved: true,
  refused: true,
};

const factsIn = (sentence: string): string[] =>
  Array.from(sentence.matchAll(/\{(.*?)\}/g), ([, name = '']) => name).sort();

describe.each(Object.keys(REASONS) as (keyof typeof REASONS)[])('%s', (reason) => {
  test('has a sentence in every language', () => {
    for (const language of LANGUAGES) expect(SENTENCES[reason][language].trim()).not.toBe('');
  });

  test('names only facts that there are, the same in every language', () => {
    for (const language of LANGUAGES) {
      const facts = factsIn(SENTENCES[reason][language]);
      expect(facts.filter((name) => !Object.hasOwn(FACTS, name))).toEqual([]);
      expect(facts).toEqual(factsIn(SENTENCES[reason].en));
    }
  });
});
