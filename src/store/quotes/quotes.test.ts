import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS, emptiedTestPlace } from '../../../test/store/dialects.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { PricingRule } from '../../domain/pricing/candidates.ts';
import type { PricedArticle, PriceQuestion, PricingOptions } from '../../domain/pricing/question.ts';
import { quoteLine } from '../../domain/pricing/quote.ts';
import { type ResolvedPrice, resolvePrice } from '../../domain/pricing/resolve.ts';
import { decimal, moment } from '../../testing/contract/samples.ts';
import type { StoreContext } from '../context.ts';
import type { Sql, SqlValue } from '../database.ts';
import { PRICE_RULE } from '../price-rules/columns.ts';
import { openTestContext } from '../test-context.ts';
import { resolveCrowd } from './crowd.ts';
import { READ_LIMITS, readPrice } from './rules.ts';

const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const AT = moment('2026-06-15 12:00:00');

/** Of few values each, so that rules meet; some of the numbers are equal as binary floats. */
const QUANTITIES = ['-2', '-1.5', '-1', '0', '0.5', '1', '2', '9.5', '10', '100', '9007199254740992'];
const HUGE = ['9007199254740993', '12345678901234567890.000000000000001'];
const VALUES = [
  '0',
  '-1',
  '1.25',
  '12.5',
  '25',
  '29.9',
  '30',
  '100',
  '24.99999999999999999',
  '25.00000000000000001',
];
const numbers = (texts: readonly string[]) => of(...texts.map(decimal));

const anyRule = (quantities: readonly string[]) =>
  fc.record({
    source: of('a', 'b'),
    reference: of('SHIRT/L', 'SHIRT', 'SOCK'),
    customer: of('', '', 'CLEE', 'OTHER'),
    group: of('', 'Grossistes', 'Détaillants'),
    currency: of('', '', 'EUR', 'CHF'),
    country: of('', '', 'FR', 'BE'),
    fromQuantity: numbers(quantities),
    validFrom: of<LocalDateTime | ''>('', '', moment('2026-06-15 00:00:00'), moment('2026-06-16 00:00:00')),
    kind: of('price', 'price', 'amount_off', 'percent_off'),
    value: numbers(VALUES),
    options: fc.record(
      {
        validTo: of(
          moment('2026-06-15 00:00:00'),
          moment('2026-06-15 11:00:00'),
          moment('2026-06-16 12:00:00'),
          moment('2026-06-14 23:59:59'),
        ),
        basePrice: numbers(['40', '15', '0', '123456789012345678901234567890']),
      },
      { requiredKeys: [] },
    ),
    retired: of(false, false, false, true),
  });

interface Question extends Omit<PriceQuestion, 'article'> {
  readonly ownPrice: Decimal | undefined;
  readonly parentPrice: Decimal | undefined;
  readonly isVariant: boolean;
  readonly options: PricingOptions;
}
const anyQuestion: fc.Arbitrary<Question> = fc.record({
  quantity: numbers([...QUANTITIES, ...HUGE].filter((text) => !text.startsWith('-') && text !== '0')),
  currency: of('', 'EUR'),
  country: of('', 'FR', 'BE'),
  at: of(AT, moment('2026-06-16 00:00:00')),
  buyer: fc.record({ customer: of('', 'CLEE'), group: of('', 'Grossistes') }),
  ownPrice: of(undefined, decimal('0'), decimal('30'), decimal('0.00000000000000000001')),
  parentPrice: of(undefined, decimal('29.9')),
  isVariant: fc.boolean(),
  options: of<PricingOptions>(
    { allowZero: false, levels: { Grossistes: 3 } },
    { allowZero: true, levels: {} },
  ),
});

function articleOf({ ownPrice, parentPrice, isVariant }: Question): PricedArticle {
  const own = {
    categoryPrices: [{ category: 'Grossistes', netPrice: decimal('27') }],
    priceLevels: { 3: decimal('26') },
    ...(ownPrice !== undefined && { netPrice: ownPrice }),
  };
  if (!isVariant) return { reference: 'SHIRT', ...own };
  const parent = {
    reference: 'SHIRT',
    categoryPrices: [],
    priceLevels: {},
    ...(parentPrice !== undefined && { netPrice: parentPrice }),
  };
  return { reference: 'SHIRT/L', ...own, parent };
}

const winnerOf = ({ considered }: ResolvedPrice) => considered.find(({ verdict }) => verdict === 'won');

/** Small worlds in which many rules meet, and ones so crowded that not all rules are read. */
const WORLDS = [
  { rules: 12, worlds: 10, quantities: [...QUANTITIES, ...HUGE] },
  { rules: 12, worlds: 10, quantities: QUANTITIES },
  { rules: 60, worlds: 25, quantities: QUANTITIES },
  { rules: 150, worlds: 15, quantities: QUANTITIES },
  { rules: 400, worlds: 2, quantities: [...QUANTITIES, ...HUGE] },
  { rules: 200, worlds: 10, quantities: ['1'] },
  { rules: 80, worlds: 10, quantities: ['9007199254740991', '9007199254740992', '9007199254740993'] },
];
const QUESTIONS = 130;
/** So that worlds of any size are read in each way. */
const LIMITS = [READ_LIMITS, { few: 0, many: 0, foremost: 40 }, { few: 1, many: 2, foremost: 2 }];

describe.each(DIALECTS)('on %s', (dialect) => {
  let context: StoreContext;
  beforeAll(async () => {
    ({ context } = await openTestContext(await emptiedTestPlace(dialect)));
  });
  afterAll(() => context.database.close());

  async function makeWorld(rules: readonly PricingRule[]): Promise<void> {
    await context.database.write(async (sql) => {
      await sql.run('DELETE FROM price_rule');
      for (const { options, ...rule } of rules)
        await sql.run(
          PRICE_RULE.insert,
          PRICE_RULE.cells({ ...rule, ...options, seenAt: AT, followsSet: false }),
        );
    });
  }

  it('what SQL picks gives the price that all rules give, more than 10,000 times', async () => {
    let asked = 0;
    let partly = 0;
    for (const [size, { rules: count, worlds, quantities }] of WORLDS.entries())
      for (let world = 0; world < worlds; world += 1) {
        const seed = size * 1000 + world;
        const rules = fc.sample(anyRule(quantities), { numRuns: count, seed }).map(
          ({ retired, ...rule }, index): PricingRule => ({
            ...(rule as Omit<PricingRule, 'rule'>),
            rule: `TF${index}`,
            ...(retired && { retiredAt: AT }),
          }),
        );
        await makeWorld(rules);
        for (const question of fc.sample(anyQuestion, { numRuns: QUESTIONS, seed })) {
          const { options, ownPrice: _, parentPrice: __, isVariant: ___, ...rest } = question;
          const full: PriceQuestion = { ...rest, article: articleOf(question) };
          const concerned = rules.filter(
            ({ reference, customer, group }) =>
              [full.article.reference, full.article.parent?.reference].includes(reference) &&
              ['', full.buyer.customer].includes(customer) &&
              ['', full.buyer.group].includes(group),
          );
          const expected = resolvePrice(full, rules, options);
          const wholeLine = () =>
            quoteLine({
              question: full,
              resolved: resolvePrice(full, concerned, options),
              remarks: [],
              rules: concerned.length,
            });
          for (const limits of LIMITS) {
            const read = await readPrice(context.database.read, full, { options, limits });
            expect(read.resolved.netPrice).toBe(expected.netPrice);
            expect(read.resolved.basePrice).toBe(expected.basePrice);
            expect(winnerOf(read.resolved)).toEqual(winnerOf(expected));
            expect(read.rules).toBe(concerned.length);
            const seen = read.resolved.considered.filter(
              ({ candidate }) => candidate.origin === 'rule',
            ).length;
            if (seen < read.rules) partly += 1;
            else expect(quoteLine({ question: full, remarks: [], ...read })).toEqual(wholeLine());
            asked += 1;
          }
        }
      }
    expect(asked).toBeGreaterThan(30_000);
    // Else nothing would have been left to SQL.
    expect(partly).toBeGreaterThan(3000);
  }, 600_000);
});

it('no statement of a quote goes through a whole table, on SQLite', async () => {
  const { context } = await openTestContext(await emptiedTestPlace('sqlite'));
  const { read } = context.database;
  const plans: string[] = [];
  const explaining: Sql = {
    ...read,
    async all<Row>(statement: string, cells?: readonly SqlValue[]) {
      const steps = await read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${statement}`, cells);
      plans.push(...steps.map(({ detail }) => detail));
      return read.all<Row>(statement, cells);
    },
  };
  const [question] = fc.sample(anyQuestion, { numRuns: 1, seed: 1 });
  if (!question) throw new Error('no question');
  const full: PriceQuestion = { ...question, article: articleOf(question) };
  const { options } = question;
  const top = { reference: 'A', customer: 'C', groups: ['', 'G'], fromQuantity: decimal('1') } as const;
  await readPrice(explaining, full, { options, limits: { few: -1, many: 0, foremost: 1 } });
  await resolveCrowd(explaining, full, { options, top, most: 1 });
  await context.database.close();
  const searches = plans.filter((step) => !step.startsWith('USE TEMP B-TREE'));
  expect(searches).toHaveLength(4);
  for (const step of searches)
    expect(step).toMatch(/^SEARCH p USING PRIMARY KEY \(reference=\? AND customer=\? AND customer_group=\?/);
});
