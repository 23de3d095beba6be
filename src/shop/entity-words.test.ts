import { expect, test } from 'vitest';
import { problem } from '../domain/problem.ts';
import { describe } from './wording.ts';

test.each([
  ['product', 'product A : '],
  ['variant', 'option A : '],
  ['customer', 'client A : '],
  ['price_rule', 'grille A : '],
  ['order', 'order A : '],
  ['sales_document', 'document A : '],
] as const)('a %s is called by the protocol’s word', (entity, words) => {
  expect(describe(problem('already_exists', { entity, record: 'A' }), 'fr')).toBe(
    `${words}existait déjà : mis à jour.`,
  );
});

test('a word from an earlier version’s journal is shown as it is', () => {
  const stored = JSON.parse('{ "reason": "already_exists", "entity": "grille", "record": "A" }');
  expect(describe(stored, 'en')).toBe('grille A: existed already: updated.');
});
