import { expect, test } from 'vitest';
import { languageOf, plural } from './words.ts';

test('the language is the first of the browser’s that there is', () => {
  expect(languageOf(['de-DE', 'fr-CA', 'en'])).toBe('fr');
  expect(languageOf(['EN-gb', 'fr'])).toBe('en');
  expect(languageOf(['de'])).toBe('en');
});

test('French counts nothing as one, English as many', () => {
  expect(plural('fr', 0, 'commande', 'commandes')).toBe('commande');
  expect(plural('en', 0, 'order', 'orders')).toBe('orders');
  expect(plural('fr', 2, 'commande', 'commandes')).toBe('commandes');
});
