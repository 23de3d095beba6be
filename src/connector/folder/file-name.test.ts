import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFileName } from './file-name.ts';

test.each([
  ['12', '12'],
  ['CMD-0012', '_c_m_d-0012'],
  ['../a', '__002e__002e__002fa'],
  ['é', '__00e9'],
  ['', '_'],
])('%j is named %s', (text, name) => expect(encodeFileName(text)).toBe(name));

const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
const likeIds = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '_', '0', '-', '.', '/', 'É', 'é', ' ') });

test('two texts never have one name, also where names are not told apart by case', () => {
  const text = fc.oneof(anyText, likeIds);
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(encodeFileName(a).toLowerCase() === encodeFileName(b).toLowerCase()).toBe(a === b);
    }),
  );
});

test('a name is safe and short enough on any file system', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ minLength: 200, maxLength: 400 })), (text) => {
      expect(encodeFileName(text)).toMatch(/^[a-z0-9_-]{1,150}$/);
    }),
  );
});
