import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

describe('a fingerprint', () => {
  it('is the same whatever the order of the fields', () => {
    const one = { reference: 'A', fields: { name: 'x', stock: '1' } };
    expect(fingerprintOf(one)).toEqual(fingerprintOf({ fields: { stock: '1', name: 'x' }, reference: 'A' }));
  });

  it('tells absent, empty and a value apart', () => {
    const all = [{}, { name: null }, { name: '' }, { name: 'null' }].map((fields) =>
      fingerprintOf({ fields }),
    );
    expect(new Set(all).size).toBe(4);
  });

  it('sees one changed byte of an image', () => {
    const image = (last: number) => fingerprintOf({ bytes: Uint8Array.from([1, 2, last]) });
    expect(image(3)).toEqual(image(3));
    expect(image(3)).not.toEqual(image(4));
  });
});
