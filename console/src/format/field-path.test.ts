import { expect, test } from 'vitest';
import { fieldWords } from './field-path.ts';

const names = {
  name: 'Name',
  value: 'Value',
  translations: 'Translation',
  categoryPrices: 'Price for',
  contacts: 'Contact',
};
const words = (path: string) => fieldWords(path, names);

test('the parts of a path in words', () => {
  expect(words('name')).toBe('Name');
  expect(words('translations.de.name')).toBe('Translation de: Name');
  expect(words('categoryPrices.Collectivités & écoles')).toBe('Price for Collectivités & écoles');
  expect(words('contacts.1.name')).toBe('Contact 2: Name');
  expect(words('rules[TSH0001, group Grossistes].value')).toBe('TSH0001, group Grossistes: Value');
  expect(words('constructor')).toBe('constructor');
});
