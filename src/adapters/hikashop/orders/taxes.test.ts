import { describe, expect, it } from 'vitest';
import { notedAmount, notedRate } from './taxes.ts';

const tax = (name: string, rate: string, amount: string) =>
  `s:${name.length}:"${name}";O:8:"stdClass":2:{s:8:"tax_rate";s:${rate.length}:"${rate}";s:10:"tax_amount";d:${amount};}`;

describe('the taxes that HikaShop noted', () => {
  it('are read as PHP wrote them, or as JSON', () => {
    const text = `a:2:{${tax('TVA', '0.05500', '1.1')}${tax('eco', '0.01000', '0.2')}}`;
    expect([notedRate(text), notedAmount(text)]).toEqual(['6.5', '1.3']);
    expect(notedRate('{"TVA":{"tax_rate":"0.20000","tax_amount":3.33}}')).toBe('20');
  });

  it.each([null, '', 'a:0:{}', 'nonsense', '[]'])('%j says nothing', (text) => {
    expect([notedRate(text), notedAmount(text)]).toEqual([undefined, undefined]);
  });
});
