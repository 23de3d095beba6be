import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, moment } from '../../testing/contract/samples.ts';
import type { LocalDateTime } from '../dates.ts';
import type { PricingRule } from './candidates.ts';
import { conflictsAmong } from './conflicts.ts';
import { type PricingOptions, USUAL_PRICING } from './question.ts';
import { resolvePrice } from './resolve.ts';

const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const AT = moment('2026-06-15 12:00:00');
const DAYS = ['14', '15', '16', '17', '18'].map((day) => moment(`2026-06-${day} 00:00:00`));
const [BEFORE, TODAY, ...LATER] = DAYS;

const anyRule: fc.Arbitrary<Omit<PricingRule, 'rule'>> = fc.record({
  source: of('a', 'b'),
  reference: of('SHIRT'),
  customer: of('', 'CLEE'),
  group: of('', 'Grossistes', 'Détaillants'),
  currency: of('', 'EUR', 'CHF'),
  country: of('', 'FR'),
  fromQuantity: of('0', '10').map(decimal),
  validFrom: of<LocalDateTime | ''>('', TODAY ?? '', ...LATER),
  kind: of('price', 'amount_off', 'percent_off'),
  value: of('0', '10', '20', '100').map(decimal),
  options: fc.record({ validTo: of(BEFORE ?? AT, TODAY ?? AT, ...LATER) }, { requiredKeys: [] }),
});

const article = { reference: 'SHIRT', netPrice: decimal('100'), categoryPrices: [], priceLevels: {} };

/** Every purchase for which two such rules may both hold. */
function* purchases() {
  for (const customer of ['', 'CLEE'])
    for (const group of ['', 'Grossistes', 'Détaillants'])
      for (const currency of ['', 'EUR', 'CHF'])
        for (const country of ['', 'FR'])
          for (const quantity of ['1', '10'].map(decimal))
            for (const at of [AT, ...LATER])
              yield { article, buyer: { customer, group }, currency, country, quantity, at };
}

const meet = (pair: readonly PricingRule[], options: PricingOptions): boolean =>
  [...purchases()].some((question) => resolvePrice(question, pair, options).conflicts.length > 0);

/** The groups of rules that are linked by contradictions, from each pair and each purchase. */
function bruteForce(rules: readonly PricingRule[], options: PricingOptions): readonly string[] {
  const groups = rules.map((rule) => new Set([rule.rule]));
  for (const [index, rule] of rules.entries())
    for (const other of rules.slice(0, index)) {
      const [one, two] = [rule, other].map(({ rule: name }) => groups.find((group) => group.has(name)));
      if (!one || !two || one === two || !meet([rule, other], options)) continue;
      for (const name of two) one.add(name);
      two.clear();
    }
  return groups
    .filter(({ size }) => size > 1)
    .map((group) => [...group].sort().join(' '))
    .sort();
}

describe('rules that contradict each other', () => {
  it('are those between which the price decides for some purchase, no more and no less', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 6 }),
        of<PricingOptions>(USUAL_PRICING, { ...USUAL_PRICING, allowZero: true }),
        (all, options) => {
          const rules = all.map((rule, index): PricingRule => ({ ...rule, rule: `TF${index}` }));
          const found = conflictsAmong(rules, { article, at: AT, options });
          expect(
            found
              .map((each) =>
                each.rules
                  .map(({ candidate }) => candidate.rule)
                  .sort()
                  .join(' '),
              )
              .sort(),
          ).toEqual(bruteForce(rules, options));
          for (const { rules: together } of found) {
            const prices = together.map(({ netPrice }) => Number(netPrice));
            expect(prices).toEqual(prices.toSorted((a, b) => a - b));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
