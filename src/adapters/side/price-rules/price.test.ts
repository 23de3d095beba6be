import { describe, expect, it } from 'vitest';
import type { PriceRule } from '../../../domain/price-rule.ts';
import { decimal, moment, priceRule } from '../../../testing/contract/samples.ts';
import { createWallClock } from '../wall-clock.ts';
import { leastQuantity, resultingPrice, validity } from './price.ts';

const rule = (changes: Parameters<typeof priceRule>[0]): PriceRule => {
  const { options, ...rest } = priceRule(changes);
  const kept = Object.entries(options).filter(([, value]) => value !== null);
  return { ...rest, options: Object.fromEntries(kept), seenAt: moment('2026-01-01 00:00:00') };
};

describe('the price that a rule gives', () => {
  it.each([
    [{ kind: 'price', value: decimal('9.5') }, undefined, '9.5'],
    [{ kind: 'amount_off', value: decimal('0.05') }, '10', '9.95'],
    [{ kind: 'percent_off', value: decimal('33.333') }, '10', '6.6667'],
    [{ kind: 'percent_off', value: decimal('10'), options: { basePrice: decimal('20') } }, '10', '18'],
    [{ kind: 'percent_off', value: decimal('10') }, undefined, undefined],
    [{ kind: 'percent_off', value: decimal('100') }, '10', undefined],
    [{ kind: 'amount_off', value: decimal('11') }, '10', undefined],
    [{ kind: 'price', value: decimal('0') }, '10', undefined],
  ] as const)('%o of %s: %s', (changes, base, price) => {
    const own = base === undefined ? undefined : decimal(base);
    expect(resultingPrice(rule(changes), own, 5)).toBe(price);
  });

  it('holds from a moment to the end of a day, on the shop’s clock', () => {
    const clock = createWallClock('Europe/Paris');
    const held = rule({
      validFrom: moment('2026-03-01 00:00:00'),
      options: { validTo: moment('2026-07-31 00:00:00') },
    });
    const { from, to } = validity(held, clock);
    expect(new Date(from * 1000).toISOString()).toBe('2026-02-28T23:00:00.000Z');
    expect(new Date(to * 1000).toISOString()).toBe('2026-07-31T21:59:59.000Z');
    expect(validity(rule({ validFrom: '' }), clock)).toEqual({ from: 0, to: 0 });
  });

  it.each([
    ['0', 0],
    ['1', 0],
    ['0.5', 0],
    ['1.5', 2],
    ['10', 10],
  ])('from %s on: %i pieces', (said, least) => {
    expect(leastQuantity(rule({ fromQuantity: decimal(said) }))).toBe(least);
  });
});
