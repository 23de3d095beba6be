import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { errorsPage } from '../scripts/errors-docs.ts';
import { type ProblemFacts, REASONS } from '../src/domain/problem.ts';
import { ERROR_MEANINGS } from '../src/shop/errors.ts';
import { LANGUAGES, SENTENCES } from '../src/shop/wording.ts';
import { readSources } from './import-graph.ts';

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
    ['forbidden', 200, 403, 1, 'warn', false],
    ['unknown_resource', 200, 404, 1, 'warn', false],
    ['wrong_method', 200, 405, 1, 'warn', false],
    ['unreadable', 200, 400, 1, 'warn', false],
    ['too_large', 200, 413, 1, 'warn', false],
    ['missing_field', 200, 422, 1, 'info', false],
    ['invalid_value', 200, 422, 1, 'info', false],
    ['unknown_reference', 200, 404, 1, 'info', false],
    ['conflict', 200, 409, 1, 'info', false],
    ['expired', 200, 410, 1, 'info', false],
    ['partly_refused', 200, 422, 1, 'info', false],
    ['rate_limited', 200, 429, 1, 'warn', true],
    ['transform_failed', 200, 500, 2, 'error', false],
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
  hook: true,
  saved: true,
  total: true,
  refused: true,
};

const factsIn = (sentence: string): string[] =>
  Array.from(sentence.matchAll(/\{(.*?)\}/g), ([, name = '']) => name).sort();

const reasons = Object.keys(REASONS) as (keyof typeof REASONS)[];

test('a sentence names only facts that there are, the same in every language', () => {
  const wrong = reasons.filter((reason) => {
    const [facts, ...others] = LANGUAGES.map((language) => factsIn(SENTENCES[reason][language]));
    const isKnown = facts?.every((name) => Object.hasOwn(FACTS, name));
    return !isKnown || others.some((other) => !isDeepStrictEqual(other, facts));
  });
  expect(wrong).toEqual([]);
});

test('no language says nothing, or the same as another', () => {
  const wrong = reasons.filter((reason) => {
    const said = LANGUAGES.map((language) => SENTENCES[reason][language].trim());
    return said.includes('') || new Set(said).size < LANGUAGES.length;
  });
  expect(wrong).toEqual([]);
});

test('every reason is given by somebody', () => {
  const sources = Object.entries(readSources(join(import.meta.dirname, '..', 'src')))
    .filter(([path]) => !TABLES.includes(path))
    .map(([, source]) => source);
  expect(reasons.filter((reason) => !sources.some((source) => source.includes(`'${reason}'`)))).toEqual([]);
});

/** Where the reasons stand as names only. */
const TABLES = ['domain/problem.ts', 'shop/wording.ts'];
