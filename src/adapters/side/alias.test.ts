import { expect, test } from 'vitest';
import { aliasFrom } from './alias.ts';

test.each([
  ['Figurine « hybride » & Cie', 'figurine-hybride-cie'],
  ['Œuf <b>à la</b> coque n°5', 'oeuf-a-la-coque-n-5'],
  ['日本', ''],
])('%s: %s', (name, alias) => {
  expect(aliasFrom(name)).toBe(alias);
});
