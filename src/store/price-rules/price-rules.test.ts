import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIALECTS, emptiedTestPlace } from '../../../test/store/dialects.ts';
import { type LocalDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import {
  type KeptPriceRules,
  type PriceRule,
  type PriceRuleChange,
  priceRuleKey,
} from '../../domain/price-rule.ts';
import type { BulkResult, PriceRuleBatch, PriceRuleMode } from '../../shop/shop.ts';
import { decimal } from '../../testing/contract/samples.ts';
import { createMemoryShop } from '../../testing/memory-shop.ts';
import type { StoreContext } from '../context.ts';
import { collect, openTestContext } from '../test-context.ts';
import { createPriceRules, type PriceRulesOptions } from './price-rules.ts';

const moment = (text: string): LocalDateTime => parseLocalDateTime(text) ?? expect.fail(text);

const rule = (reference: string, changes: Partial<PriceRuleChange> = {}): PriceRuleChange => ({
  source: 's',
  rule: 'r',
  reference,
  customer: '',
  group: '',
  currency: '',
  country: '',
  fromQuantity: decimal('0'),
  validFrom: '',
  kind: 'price',
  value: decimal('10'),
  options: {},
  ...changes,
});

async function* batches(...all: readonly PriceRuleBatch[]): AsyncGenerator<PriceRuleBatch> {
  yield* all;
}

describe.each(DIALECTS)('on %s', (dialect) => {
  let context: StoreContext;
  let clock: { advance(): LocalDateTime };
  beforeEach(async () => {
    ({ context, clock } = await openTestContext(await emptiedTestPlace(dialect)));
  });
  afterEach(() => context.database.close());

  const save = (
    rules: readonly PriceRuleChange[],
    mode: PriceRuleMode = 'merge',
    keep: readonly KeptPriceRules[] = [],
  ) => createPriceRules(context).shop.savePriceRules(batches({ rules, keep }), mode);
  const stored = async (): Promise<readonly PriceRule[]> =>
    collect(createPriceRules(context).backoffice.priceRules());

  /** What each set says of its rules, or what there is: a wrong count costs time only, so nothing else would show it. */
  function setCounts(what: 'counted' | 'kept'): Promise<readonly unknown[]> {
    const statements = {
      kept: 'SELECT source, rule, live, following FROM price_rule_set WHERE live > 0 ORDER BY source, rule',
      counted: `SELECT source, rule, count(*) AS live, sum(follows_set) AS following FROM price_rule
      WHERE retired_at IS NULL GROUP BY source, rule ORDER BY source, rule`,
    };
    return context.database.read.all(statements[what]);
  }

  const byKey = async (rules: AsyncIterable<readonly PriceRule[]>) =>
    new Map((await collect(rules)).map((one) => [priceRuleKey(one), one]));

  const counts = ({ created, updated, unchanged, retired }: BulkResult) => ({
    created,
    updated,
    unchanged,
    retired,
  });

  describe('against the memory shop', () => {
    const change = fc.record({
      source: fc.constantFrom('s', 't'),
      rule: fc.constantFrom('r', '__proto__'),
      reference: fc.constantFrom('A', 'É&O-1', '7412AGSVW'),
      customer: fc.constantFrom('', 'C1'),
      group: fc.constant(''),
      currency: fc.constant(''),
      country: fc.constant(''),
      fromQuantity: fc.constantFrom(decimal('0'), decimal('10')),
      validFrom: fc.constant<''>(''),
      kind: fc.constantFrom('price' as const, 'percent_off' as const),
      value: fc.constantFrom(decimal('1'), decimal('2')),
      options: fc.record(
        {
          validTo: fc.constantFrom(moment('2026-01-01 00:00:00'), null),
          parent: fc.constantFrom('P', null),
          basePrice: fc.constantFrom(decimal('5'), decimal('6'), null),
        },
        { requiredKeys: [] },
      ),
    });
    const kept = fc
      .record(
        {
          reference: fc.constantFrom('A', 'É&O-1'),
          customer: fc.constantFrom('', 'C1'),
          fromQuantity: fc.constantFrom(decimal('0'), decimal('10')),
        },
        { requiredKeys: [] },
      )
      .chain((partial) =>
        fc.constantFrom('s', 't').map((source): KeptPriceRules => ({ source, rule: 'r', ...partial })),
      );
    const message = fc.record({
      mode: fc.constantFrom<PriceRuleMode[]>('merge', 'merge', 'full'),
      batches: fc.array(
        fc.record({ rules: fc.array(change, { maxLength: 12 }), keep: fc.array(kept, { maxLength: 2 }) }),
        { maxLength: 3 },
      ),
    });

    // With 0 every incomplete list lets the absent rules stop following their set; with the default none does.
    it.each<PriceRulesOptions>([{}, { touchedAtMost: 0 }, { touchedAtMost: 4 }])(
      'any sequence of messages gives the same rules, dates and counts (%o)',
      async (options) => {
        await fc.assert(
          fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), async (messages) => {
            for (const table of ['price_rule', 'price_rule_set']) {
              await context.database.write((sql) => sql.run(`DELETE FROM ${table}`));
            }
            let now = context.now();
            const memory = createMemoryShop({ timeZone: 'UTC', now: () => new Date(`${now}Z`) });
            const part = createPriceRules(context, options);
            for (const { mode, batches: parts } of messages) {
              now = clock.advance();
              const [result, expected] = await Promise.all([
                part.shop.savePriceRules(batches(...parts), mode),
                memory.shop.savePriceRules(batches(...parts), mode),
              ]);
              expect(counts(result)).toEqual(counts(expected));
            }
            expect(await setCounts('counted')).toEqual(await setCounts('kept'));
            expect(await byKey(part.backoffice.priceRules())).toEqual(
              await byKey(memory.reader.priceRules()),
            );
          }),
          { numRuns: dialect === 'sqlite' ? 40 : 15 },
        );
      },
    );
  });

  describe('warnings', () => {
    it('names and counts rules whose product or customer is not known', async () => {
      await context.database.write((sql) =>
        sql.run(
          `INSERT INTO product (reference, kind, created_at, updated_at) VALUES ('A', 'product', '', ''), ('V', 'variant', '', '')`,
        ),
      );
      await context.database.write((sql) =>
        sql.run(`INSERT INTO customer (customer_key, id, code) VALUES (1, '1', 'C1')`),
      );
      const rules = [
        rule('A'),
        rule('V', { customer: 'C1' }),
        rule('X', { customer: 'C1' }),
        rule('A', { customer: 'C2' }),
      ];
      const { warnings, warningCount } = await save(rules);
      expect(warnings).toEqual([
        { reason: 'parked_unknown_product', entity: 'price_rule', record: 'X', value: 'X' },
        { reason: 'parked_unknown_customer', entity: 'price_rule', record: 'A', value: 'C2' },
      ]);
      expect(warningCount).toBe(2);
    });

    it('lists a hundred of many', async () => {
      const rules = Array.from({ length: 2500 }, (_, index) => rule(`P${index}`));
      const { warnings, warningCount } = await save(rules);
      expect([warnings.length, warningCount]).toEqual([100, 2500]);
      expect(warnings[0]?.record).toBe('P0');
    });

    it('tells of each row that a later one of the same key replaces', async () => {
      const rules = Array.from({ length: 300 }, (_, index) =>
        rule('A', { value: decimal(String(index + 1)) }),
      );
      const result = await save([...rules, rule('B')]);
      expect(counts(result)).toEqual({ created: 2, updated: 0, unchanged: 0, retired: 0 });
      expect(result.warnings.filter(({ reason }) => reason === 'duplicate_in_message').length).toBe(100);
      expect(result.warningCount).toBe(299 + 2);
      expect((await stored())[0]?.value).toBe('300');
    });
  });

  describe('a bulk message', () => {
    it('leaves nothing when it breaks off, whatever came before', async () => {
      await save([rule('A')]);
      const before = await stored();
      async function* broken(): AsyncGenerator<PriceRuleBatch> {
        yield { rules: Array.from({ length: 3000 }, (_, index) => rule(`P${index}`)), keep: [] };
        throw new Error('the line is dead');
      }
      const saving = createPriceRules(context).shop.savePriceRules(broken(), 'full');
      await expect(saving).rejects.toThrow('the line is dead');
      expect(await stored()).toEqual(before);
    });

    it('writes nothing for unchanged rules but the date of their set', async () => {
      const rules = ['A', 'B', 'C'].map((reference) => rule(reference));
      await save(rules);
      const rowsBefore = await context.database.read.all('SELECT * FROM price_rule');
      const now = clock.advance();
      await save(rules);
      expect(await context.database.read.all('SELECT * FROM price_rule')).toEqual(rowsBefore);
      expect((await stored()).map(({ seenAt }) => seenAt)).toEqual([now, now, now]);
    });

    it('does not undo what another message wrote while it was being compared', async () => {
      const { database } = context;
      await save([rule('A'), rule('B')]);
      // The first comparison is outdated by the time it asks for the lock.
      let outdated = 0;
      const racing: StoreContext = {
        ...context,
        database: {
          ...database,
          stage: (work) =>
            database.stage((staging) =>
              work({
                ...staging,
                async merge(write) {
                  outdated += 1;
                  if (outdated < 4) await save([rule('A', { value: decimal(String(100 + outdated)) })]);
                  return staging.merge(write);
                },
              }),
            ),
        },
      };
      const late = [rule('A', { options: { parent: 'P' }, value: decimal('7') }), rule('C')];
      const result = await createPriceRules(racing).shop.savePriceRules(
        batches({ rules: late, keep: [] }),
        'full',
      );
      expect(outdated).toBe(3);
      expect(counts(result)).toEqual({ created: 1, updated: 1, unchanged: 0, retired: 1 });
      const left = (await stored()).filter(({ retiredAt }) => retiredAt === undefined);
      expect(left.map(({ reference, value }) => `${reference} ${value}`)).toEqual(['A 7', 'C 10']);
    });

    it('keeps all rules of a reference of which very many rows were refused, and of no other', async () => {
      await save([rule('A', { customer: 'C' }), rule('A', { customer: 'D' }), rule('B'), rule('E')]);
      const refused = Array.from({ length: 150 }, (_, index) => ({
        source: 's',
        rule: 'r',
        reference: 'A',
        customer: `refused ${index}`,
      }));
      const result = await save([rule('E')], 'full', [...refused, { source: 's', rule: 'r', reference: '' }]);
      expect(result.retired).toBe(1);
      const retired = (await stored()).filter(({ retiredAt }) => retiredAt !== undefined);
      expect(retired.map(({ reference }) => reference)).toEqual(['B']);
    });

    it('exports every rule once, in the order of keys, over many pages', async () => {
      const rules = Array.from({ length: 2300 }, (_, index) =>
        rule(`P${index % 700}`, { customer: `C${index}` }),
      );
      await save(rules);
      const keys = (await stored()).map(({ reference, customer }) => `${reference} ${customer}`);
      expect(new Set(keys).size).toBe(2300);
      expect(keys).toEqual([...keys].sort());
    });
  });
});
