import { expect, it } from 'vitest';
import { countryCode } from './country-code.ts';

it.each([
  ['France', 'FR'],
  ['FRANCE', 'FR'],
  [' france ', 'FR'],
  ['fr', 'FR'],
  ['Belgique', 'BE'],
  ['Allemagne', 'DE'],
  ['Germany', 'DE'],
  ['Royaume-Uni', 'GB'],
  ['ROYAUME UNI', 'GB'],
  ['Côte d’Ivoire', 'CI'],
  ["cote d'ivoire", 'CI'],
  ['Suisse', 'CH'],
  ['Vietnam', 'VN'],
  ['Moselle', 'Moselle'],
  ['', ''],
])('%s → %s', (name, code) => {
  expect(countryCode(name)).toBe(code);
});
