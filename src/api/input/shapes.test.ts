import { expect, test } from 'vitest';
import { openApiDocument } from '../openapi/document.ts';
import { expectedShape } from './shapes.ts';

/** Stands in replies alone. */
const MOMENT = '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$';

function patternsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'pattern' && typeof inner === 'string' ? [inner] : patternsIn(inner),
  );
}

test('each pattern that a caller can miss stands in the document, and is told in words', () => {
  const patterns = new Set(patternsIn(openApiDocument()));
  expect(patterns.delete(MOMENT)).toBe(true);
  expect(patterns.size).toBeGreaterThan(5);
  for (const pattern of patterns)
    for (const language of ['fr', 'en'] as const)
      expect(expectedShape(pattern, language), pattern).toBeDefined();
  expect(expectedShape('^x$', 'en')).toBeUndefined();
});
