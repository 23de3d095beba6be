import { expect, test } from 'vitest';
import { problem } from '../domain/problem.ts';
import { describe } from './wording.ts';

test.each([
  ['product', 'produit A : ', 'product A: '],
  ['variant', 'déclinaison A : ', 'variant A: '],
  ['customer', 'client A : ', 'customer A: '],
  ['price_rule', 'tarif A : ', 'price rule A: '],
  ['order', 'commande A : ', 'order A: '],
  ['sales_document', 'document A : ', 'document A: '],
] as const)('a %s is called by the reader’s word', (entity, french, english) => {
  const said = problem('already_exists', { entity, record: 'A' });
  expect(describe(said, 'fr')).toBe(`${french}existait déjà : mis à jour.`);
  expect(describe(said, 'en')).toBe(`${english}existed already: updated.`);
});

test('a word from an earlier version’s journal is shown as it is', () => {
  const stored = JSON.parse('{ "reason": "already_exists", "entity": "grille", "record": "A" }');
  expect(describe(stored, 'en')).toBe('grille A: existed already: updated.');
});
