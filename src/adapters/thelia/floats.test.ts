import { describe, expect, it } from 'vitest';
import { decimal } from '../../testing/contract/samples.ts';
import { asFloat, decimalFromFloat, keepsCents } from './floats.ts';

describe('numbers in a float column', () => {
  it.each([
    [44.124000549316406, '44.124'],
    [38.79235076904297, '38.79235'],
    [0.10000000149011612, '0.1'],
    [19.600000381469727, '19.6'],
    [0, '0'],
    [-12.5, '-12.5'],
    [1234567.875, '1234567.9'],
    [16777216, '16777216'],
    [1e-6, '0.000001'],
    [3.4028234663852886e38, '340282350000000000000000000000000000000'],
  ])('%f is what a person wrote as %s', (value, text) => {
    expect(decimalFromFloat(value)).toBe(text);
  });

  it('a number of more digits than a float has is the nearest one', () => {
    expect(asFloat(decimal('123456789.123456'))).toBe('123456790');
    expect(asFloat(decimal('36.77'))).toBe('36.77');
  });

  it('cents are kept below about 130,000', () => {
    expect(
      ['0.01', '36.77', '119999.99', '250000', '16777216'].map((text) => keepsCents(decimal(text))),
    ).toEqual(Array(5).fill(true));
    expect(['250000.01', '16777217.5', '1234567.89'].map((text) => keepsCents(decimal(text)))).toEqual(
      Array(3).fill(false),
    );
  });
});
