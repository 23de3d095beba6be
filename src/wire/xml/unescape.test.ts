import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeQuotesIfNeeded, unescapeQuotes } from './unescape.ts';

test.each([
  ["Bague\\'s en or", "Bague's en or"],
  ['5\\" x 7\\"', '5" x 7"'],
  ["C:\\\\dir\\'s", "C:\\dir's"],
  ["a\\\\\\'b", "a\\'b"],
])('%s was escaped', (text, expected) => {
  expect(unescapeQuotes(text)).toBe(expected);
});

test.each(["Bague's", "l'eau et l\\'air", 'C:\\new', 'a\\\\"b', '', '\\', 'plain'])('%s was not', (text) => {
  expect(unescapeQuotes(text)).toBe(text);
});

test('what the writer escapes is undone, whatever it was', () => {
  const awkward = fc.string({ unit: fc.constantFrom("'", '"', '\\', 'a', '\n') });
  fc.assert(
    fc.property(fc.oneof(awkward, fc.string()), (text) => {
      expect(unescapeQuotes(escapeQuotesIfNeeded(text))).toBe(text);
    }),
  );
});

test('a megabyte of backslashes takes one pass', () => {
  const text = `${'\\'.repeat(2_000_000)}'`;
  expect(unescapeQuotes(text)).toBe(text);
  expect(unescapeQuotes(`\\${text}`)).toHaveLength(1_000_001);
});
