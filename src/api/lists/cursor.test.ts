import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCursor, parseCursor } from './cursor.ts';

test('a cursor gives back its place, in its own list only', () => {
  const place = fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 3 });
  fc.assert(
    fc.property(place, (values) => {
      const cursor = formatCursor('products', values);
      expect(cursor).toMatch(/^[\w-]+$/);
      const kinds = values.map((value) => (typeof value === 'string' ? 'string' : 'number'));
      expect(parseCursor('products', cursor, kinds)).toEqual(values);
      expect(() => parseCursor('customers', cursor, kinds)).toThrow('cursor_invalid');
      expect(() => parseCursor('products', cursor, [...kinds, 'string'])).toThrow('cursor_invalid');
    }),
  );
});

test.each([
  '',
  'x',
  '%%%',
  Buffer.from('{}').toString('base64url'),
  Buffer.from('["products",null]').toString('base64url'),
  Buffer.from('["products","1"]').toString('base64url'),
  Buffer.from('["products",1e400]').toString('base64url'),
])('%j is no cursor', (cursor) => {
  expect(() => parseCursor('products', cursor, ['number'])).toThrow('cursor_invalid');
});
