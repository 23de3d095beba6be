import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../testing/contract/samples.ts';
import { type LocalDateTime, parseLocalDateTime } from '../dates.ts';
import type { PriceRule } from '../price-rule.ts';
import { EXCLUSIONS } from './exclusion.ts';
import type { PriceQuestion, PricingOptions } from './question.ts';
import { CRITERIA } from './rank.ts';
import { type ResolvedPrice, resolvePrice } from './resolve.ts';

const moment = (text: string): LocalDateTime => parseLocalDateTime(text) ?? expect.fail(text);

const OPTIONS: PricingOptions = { allowZero: false, levels: { Revendeurs: 2 } };
const AT = moment('2026-06-15 12:00:00');

const QUESTION: PriceQuestion = {
  article: {
    reference: 'SHIRT 40/B',
    netPrice: decimal('30'),
    taxRate: decimal('20'),
    categoryPrices: [],
    priceLevels: {},
    parent: { reference: 'SHIRT', netPrice: decimal('29.90'), categoryPrices: [], priceLevels: {} },
  },
  buyer: { customer: 'CLEE', group: 'Grossistes' },
  quantity: decimal('10'),
  currency: 'EUR',
  country: 'FR',
  at: AT,
};

const rule = (changes: Partial<PriceRule>): PriceRule => ({
  source: 'tarif',
  rule: 'TF1',
  reference: 'SHIRT 40/B',
  customer: '',
  group: '',
  currency: '',
  country: '',
  fromQuantity: decimal('0'),
  validFrom: '',
  kind: 'price',
  value: decimal('25'),
  options: {},
  seenAt: AT,
  ...changes,
});

const resolve = (rules: readonly PriceRule[], question: Partial<PriceQuestion> = {}): ResolvedPrice =>
  resolvePrice({ ...QUESTION, ...question }, rules, OPTIONS);
const verdicts = ({ considered }: ResolvedPrice): readonly string[] =>
  considered.map((each) =>
    each.verdict === 'excluded' ? each.because : each.verdict === 'beaten' ? `beaten by ${each.by}` : 'won',
  );

describe('which price a buyer gets', () => {
  it('is the sale price without a rule; a variant without a price takes its parent’s', () => {
    expect(resolve([])).toMatchObject({ netPrice: '30', grossPrice: '36', taxRate: '20', conflicts: [] });
    const { netPrice: _, ...article } = QUESTION.article;
    expect(resolve([], { article })).toMatchObject({ netPrice: '29.9', grossPrice: '35.88' });
    expect(resolve([], { article: { ...article, netPrice: decimal('0') } }).netPrice).toBe('29.9');
  });

  it('decides by buyer, article, quantity, what is named, origin, price, in this order', () => {
    const better: readonly (readonly [Partial<PriceRule>, Partial<PriceRule>, string])[] = [
      [{ customer: 'CLEE', reference: 'SHIRT' }, { group: 'Grossistes' }, 'buyer'],
      [{ group: 'Grossistes', reference: 'SHIRT' }, { fromQuantity: decimal('10') }, 'buyer'],
      [{}, { reference: 'SHIRT', fromQuantity: decimal('10') }, 'article'],
      [{ fromQuantity: decimal('10') }, { fromQuantity: decimal('9.5'), currency: 'EUR' }, 'quantity'],
      [{ currency: 'EUR', country: 'FR', value: decimal('99') }, { country: 'FR' }, 'named'],
      [{ value: decimal('24.99') }, {}, 'price'],
    ];
    for (const [winner, loser, by] of better)
      for (const order of [1, -1]) {
        const resolved = resolve([rule(winner), rule({ ...loser, rule: 'TF2' })].slice().sort(() => order));
        expect(
          verdicts(resolved).filter((verdict) => verdict !== 'beaten by buyer' || by === 'buyer'),
        ).toContain(`beaten by ${by}`);
        expect(resolved.considered.find(({ verdict }) => verdict === 'won')?.candidate.rule).toBe('TF1');
      }
  });

  it('puts a price by category, or by level, where a rule of its group would stand, behind the rule', () => {
    const article = {
      ...QUESTION.article,
      categoryPrices: [{ category: 'Grossistes', netPrice: decimal('20') }],
      priceLevels: { 2: decimal('21') },
    };
    expect(verdicts(resolve([rule({})], { article }))).toEqual([
      'beaten by buyer',
      'won',
      'beaten by buyer',
      'beaten by buyer',
    ]);
    expect(resolve([rule({ group: 'Grossistes' })], { article }).netPrice).toBe('25');
    expect(resolve([], { article, buyer: { customer: '', group: 'Revendeurs' } }).netPrice).toBe('21');
  });

  it('takes reductions from the rule’s own base, else from the sale price', () => {
    const percent = rule({ reference: 'SHIRT', kind: 'percent_off', value: decimal('12.5') });
    expect(resolve([percent])).toMatchObject({ netPrice: '26.25', grossPrice: '31.5', basePrice: '30' });
    const based = rule({ kind: 'amount_off', value: decimal('0.01'), options: { basePrice: decimal('40') } });
    expect(resolve([based])).toMatchObject({ netPrice: '39.99', basePrice: '40' });
  });

  it('says why a rule does not hold', () => {
    const excluded: readonly (readonly [Partial<PriceRule>, string])[] = [
      [{ retiredAt: AT }, 'retired'],
      [{ reference: 'SOCK' }, 'other_article'],
      [{ customer: 'OTHER' }, 'other_customer'],
      [{ group: 'Détaillants' }, 'other_group'],
      [{ currency: 'CHF' }, 'other_currency'],
      [{ country: 'BE' }, 'other_country'],
      [{ fromQuantity: decimal('10.01') }, 'quantity_not_reached'],
      [{ validFrom: moment('2026-06-15 12:00:01') }, 'not_yet_valid'],
      [{ options: { validTo: moment('2026-06-15 11:59:59') } }, 'expired'],
      [{ value: decimal('0') }, 'zero'],
      [{ kind: 'percent_off', value: decimal('100') }, 'zero'],
      [{ kind: 'amount_off', value: decimal('31') }, 'negative'],
    ];
    for (const [changes, because] of excluded) {
      expect(verdicts(resolve([rule(changes)]))[0]).toBe(because);
      expect(resolve([rule(changes)]).netPrice).toBe('30');
    }
    const { netPrice: _, parent: __, ...bare } = QUESTION.article;
    const reduction = rule({ kind: 'percent_off', value: decimal('10') });
    expect(verdicts(resolve([reduction], { article: bare }))).toEqual(['no_base_price']);
    expect(new Set([...excluded.map(([, because]) => because), 'no_base_price'])).toEqual(
      new Set(EXCLUSIONS),
    );
  });

  it('lets a date hold to its last moment, a midnight to the end of its day', () => {
    const until = (validTo: string) => resolve([rule({ options: { validTo: moment(validTo) } })]).netPrice;
    expect(until('2026-06-15 12:00:00')).toBe('25');
    expect(until('2026-06-15 00:00:00')).toBe('25');
    expect(until('2026-06-14 00:00:00')).toBe('30');
  });

  it('reports rules that contradict each other, and only those', () => {
    const rules = [
      rule({}),
      rule({ rule: 'TF2', value: decimal('24') }),
      rule({ rule: 'TF3', value: decimal('24') }),
    ];
    expect(resolve(rules).conflicts.map(({ rule: name }) => name)).toEqual(['TF1']);
    expect(resolve([rule({}), rule({ rule: 'TF2', customer: 'CLEE' })]).conflicts).toEqual([]);
  });

  it('sells at 0 where the shop allows it', () => {
    const free = rule({ value: decimal('0') });
    expect(resolvePrice(QUESTION, [free], { ...OPTIONS, allowZero: true }).netPrice).toBe('0');
  });
});

/** Written from the six sentences of the documentation, not from the code: filters, one after the other, on numbers. */
function bruteForce(question: PriceQuestion, rules: readonly PriceRule[]): string | undefined {
  const { article, buyer, at } = question;
  const sale =
    article.netPrice === undefined || article.netPrice === '0' ? article.parent?.netPrice : article.netPrice;
  const base = (each: PriceRule) =>
    Number(each.options.basePrice ?? article.netPrice ?? article.parent?.netPrice ?? Number.NaN);
  const priced = rules
    .filter((each) => each.retiredAt === undefined)
    .filter((each) => [article.reference, article.parent?.reference].includes(each.reference))
    .filter((each) => ['', buyer.customer].includes(each.customer) && ['', buyer.group].includes(each.group))
    .filter((each) => ['', question.currency].includes(each.currency))
    .filter((each) => ['', question.country].includes(each.country))
    .filter((each) => Number(each.fromQuantity) <= Number(question.quantity))
    .filter((each) => each.validFrom === '' || Date.parse(`${each.validFrom}Z`) <= Date.parse(`${at}Z`))
    .filter(({ options: { validTo } }) => {
      if (validTo === undefined) return true;
      const end = Date.parse(`${validTo}Z`) + (validTo.includes(' 00:00:00') ? 86_399_000 : 0);
      return end >= Date.parse(`${at}Z`);
    })
    .map((each) => {
      const value = Number(each.value);
      if (each.kind === 'price') return { each, price: value };
      const price = each.kind === 'amount_off' ? base(each) - value : base(each) * (1 - value / 100);
      return { each, price: Math.round(price * 1e6) / 1e6 };
    })
    .filter(({ price }) => price > 0);
  const keepBest = (score: (each: PriceRule) => number) => {
    const best = Math.max(...left.map(({ each }) => score(each)));
    left = left.filter(({ each }) => score(each) === best);
  };
  let left = priced;
  keepBest(({ customer, group }) => (customer ? 2 : group ? 1 : 0));
  keepBest(({ reference }) => (reference === article.reference ? 1 : 0));
  keepBest(({ fromQuantity }) => Number(fromQuantity));
  keepBest(({ currency, country }) => [currency, country].filter(Boolean).length);
  if (left.length === 0) return sale;
  return String(Math.min(...left.map(({ price }) => price)));
}

describe('random price lists', () => {
  const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
  const anyRule = fc.record({
    reference: of('SHIRT 40/B', 'SHIRT', 'SOCK'),
    customer: of('', '', 'CLEE', 'OTHER'),
    group: of('', 'Grossistes', 'Détaillants'),
    currency: of('', '', 'EUR', 'CHF'),
    country: of('', '', 'FR', 'BE'),
    fromQuantity: of('0', '1', '2', '5', '9.5', '10', '100').map(decimal),
    validFrom: of<LocalDateTime | ''>('', '', moment('2026-06-15 00:00:00'), moment('2026-06-16 00:00:00')),
    kind: of('price', 'amount_off', 'percent_off'),
    value: of('0', '1.25', '12.5', '19.99', '25', '100').map(decimal),
    options: fc.record(
      {
        validTo: of(moment('2026-06-15 00:00:00'), moment('2026-06-15 11:00:00')),
        basePrice: of('40', '15').map(decimal),
      },
      { requiredKeys: [] },
    ),
  });
  const anyQuestion = fc.record({
    quantity: of('1', '9.5', '10', '250').map(decimal),
    currency: of('', 'EUR'),
    country: of('', 'FR', 'BE'),
    buyer: fc.record({ customer: of('', 'CLEE'), group: of('', 'Grossistes') }),
    ownPrice: of<string | undefined>('30', undefined),
  });

  it('are resolved as the documentation says, 10,000 times', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 30 }), anyQuestion, (changes, { ownPrice, ...asked }) => {
        const rules = changes.map((each, index) =>
          rule({
            ...(each as Partial<PriceRule>),
            rule: `TF${index}`,
            ...(index % 11 === 10 && { retiredAt: AT }),
          }),
        );
        const { netPrice: _, ...bare } = QUESTION.article;
        const article = ownPrice === undefined ? bare : { ...bare, netPrice: decimal(ownPrice) };
        const question = { ...QUESTION, ...asked, article };
        const resolved = resolve(rules, question);
        expect(resolved.netPrice).toBe(bruteForce(question, rules));
        expect(verdicts(resolved).filter((verdict) => verdict === 'won')).toHaveLength(
          resolved.netPrice === undefined ? 0 : 1,
        );
        for (const each of resolved.considered)
          if (each.verdict === 'beaten') expect(CRITERIA).toContain(each.by);
      }),
      { numRuns: 10_000 },
    );
  });
});
