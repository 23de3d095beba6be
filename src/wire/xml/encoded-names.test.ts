import fc from 'fast-check';
import { expect, test } from 'vitest';
import { node } from './element.ts';
import { decodedNames, encodedNames } from './encoded-names.ts';

test('a name that XML does not allow is spelled so that it does', () => {
  const element = node('gammes', [node('7412 AB/L', []), node('_x0020_', []), node('catégorie', [])]);
  const encoded = encodedNames(element);
  expect(encoded.children.map(({ name }) => name)).toEqual([
    '_x0037_412_x0020_AB_x002F_L',
    '_x005F_x0020_',
    'catégorie',
  ]);
  expect(decodedNames(encoded)).toEqual(element);
});

test('every name comes back, and is one', () => {
  const name = fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.stringMatching(/^[_x0-9A-F a]+$/));
  fc.assert(
    fc.property(name, (spelled) => {
      const encoded = encodedNames(node(spelled, []));
      expect(encoded.name).toMatch(/^[\p{L}_][\p{L}\p{N}_.-]*$/u);
      expect(decodedNames(encoded).name).toBe(spelled);
    }),
  );
});
