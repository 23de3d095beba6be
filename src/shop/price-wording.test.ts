import { expect, test } from 'vitest';
import type { PriceCandidate } from '../domain/pricing/candidates.ts';
import { EXCLUSIONS } from '../domain/pricing/exclusion.ts';
import type { QuoteLine } from '../domain/pricing/quote.ts';
import { CRITERIA } from '../domain/pricing/rank.ts';
import type { ConsideredPrice } from '../domain/pricing/resolve.ts';
import { decimal, moment } from '../testing/contract/samples.ts';
import { explainConflict, explainQuote } from './price-wording.ts';
import type { Quote } from './quotes.ts';
import { LANGUAGES } from './wording.ts';

const RULE: PriceCandidate = {
  origin: 'rule',
  reference: 'SHIRT',
  customer: 'CLEE',
  group: '',
  currency: 'EUR',
  country: 'FR',
  fromQuantity: decimal('9.5'),
  validFrom: moment('2026-01-01 00:00:00'),
  validTo: moment('2026-12-31 18:00:00'),
  kind: 'percent_off',
  value: decimal('12.5'),
  basePrice: decimal('40'),
  source: 'tarif',
  rule: 'TF1',
  retired: false,
};

const PRICES: readonly ConsideredPrice[] = [
  { candidate: RULE, verdict: 'won', netPrice: decimal('35') },
  ...CRITERIA.map(
    (by): ConsideredPrice => ({ candidate: RULE, verdict: 'beaten', netPrice: decimal('36.5'), by }),
  ),
  ...EXCLUSIONS.map((because): ConsideredPrice => ({ candidate: RULE, verdict: 'excluded', because })),
  ...(['category_price', 'price_level', 'sale_price'] as const).map(
    (origin): ConsideredPrice => ({
      candidate: { ...RULE, origin, source: '', rule: '', customer: '', group: 'Grossistes' },
      verdict: 'excluded',
      because: 'zero',
    }),
  ),
];

const LINE: QuoteLine = {
  reference: 'SHIRT/L',
  parent: 'SHIRT',
  quantity: decimal('10.5'),
  netPrice: decimal('35'),
  grossPrice: decimal('42'),
  basePrice: decimal('40'),
  taxRate: decimal('20'),
  netTotal: decimal('367.5'),
  grossTotal: decimal('441'),
  remarks: ['inactive', 'parent_inactive', 'unavailable', 'parent_unknown', 'no_price', 'no_tax_rate'],
  considered: PRICES,
  moreRules: 2,
  conflicts: [RULE],
};

const QUOTE: Quote = {
  customer: 'CLEE',
  group: 'Grossistes',
  currency: 'EUR',
  country: '',
  at: moment('2026-06-15 12:00:00'),
  remarks: ['customer_inactive'],
  lines: [LINE],
  netTotal: decimal('367.5'),
  grossTotal: decimal('441'),
  taxes: [{ rate: decimal('20'), net: decimal('367.5'), tax: decimal('73.5') }],
};

const CONFLICT = {
  reference: 'SHIRT',
  customer: '',
  rules: [{ candidate: RULE, netPrice: decimal('35') }, { candidate: RULE }],
};

test.each(LANGUAGES)('all that can be said of a price is a sentence with its facts, in %s', (language) => {
  const { remarks, lines, totals } = explainQuote(QUOTE, language);
  const said = lines.flatMap(({ line, remarks: about, prices, notes }) => [
    line,
    ...about,
    ...prices,
    ...notes,
  ]);
  const { title, rules } = explainConflict(CONFLICT, language);
  const all = [...remarks, ...said, ...totals, ...rules];
  expect(all).toHaveLength(1 + 1 + 6 + PRICES.length + 2 + 3 + 2);
  for (const sentence of [...all, `${title}.`]) expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u);
  expect(all.join(' ')).not.toMatch(/undefined|null|NaN|\{|\}| {2}/);
  const decimalPoint = language === 'fr' ? ',' : '.';
  expect(all.join(' ')).toContain(`367${decimalPoint}50`);
  for (const sentence of lines[0]?.prices.slice(0, 1 + CRITERIA.length + EXCLUSIONS.length) ?? [])
    for (const fact of [
      'TF1',
      'tarif',
      'CLEE',
      'EUR',
      'FR',
      `9${decimalPoint}5`,
      '2026-01-01',
      '2026-12-31 18:00:00',
    ])
      expect(sentence).toContain(fact);
});

test('no language says what the other one says', () => {
  const [french, english] = LANGUAGES.map((language) => {
    const { remarks, lines, totals } = explainQuote(QUOTE, language);
    return [
      ...remarks,
      ...totals,
      ...lines.flatMap((line) => [line.line, ...line.remarks, ...line.prices, ...line.notes]),
    ];
  });
  expect(french?.filter((sentence, index) => sentence === english?.[index])).toEqual([]);
});
