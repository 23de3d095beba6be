import assert from 'node:assert/strict';
import type { PriceConflict } from '../../domain/pricing/conflicts.ts';
import { readConflictPage } from '../../shop/conflict-page.ts';
import type { ConflictPlace } from '../../shop/quotes.ts';
import { expectEqual, message } from '../contract/expect.ts';
import { decimal, moment } from '../contract/samples.ts';
import { rule, seed } from './priced-shop.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

async function conflicts(
  subject: BackofficeSubject,
  after?: ConflictPlace,
): Promise<readonly PriceConflict[]> {
  const found: PriceConflict[] = [];
  for await (const page of partOf(subject, 'quotes').priceConflicts(after)) found.push(...page.conflicts);
  return found;
}

const named = ({ reference, customer, rules }: PriceConflict): readonly string[] => [
  reference,
  customer,
  ...rules.map(({ candidate, netPrice }) => `${candidate.rule} ${netPrice ?? '?'}`),
];

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['quotes'] }));

export const priceConflictChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'contradicting rules are listed by article and customer, the lowest price first, and on from a place',
    async run(subject) {
      await seed(
        subject,
        { rule: 'A', reference: 'BOOK', customer: 'CLEE' },
        { rule: 'B', reference: 'BOOK', customer: 'CLEE', kind: 'percent_off', value: decimal('10') },
        { rule: 'A', group: 'Grossistes', fromQuantity: decimal('10') },
        { rule: 'B', group: 'Grossistes', fromQuantity: decimal('10'), value: decimal('24') },
        {
          rule: 'C',
          group: 'Grossistes',
          fromQuantity: decimal('10'),
          kind: 'amount_off',
          value: decimal('4.9'),
        },
        { rule: 'C', group: 'Grossistes', fromQuantity: decimal('5') },
        { rule: 'A', reference: 'UNKNOWN', customer: 'CLEE' },
        { rule: 'B', reference: 'UNKNOWN', customer: 'CLEE', kind: 'percent_off', value: decimal('10') },
      );
      const all = await conflicts(subject);
      expectEqual(all.map(named), [
        ['BOOK', 'CLEE', 'B 11.1105', 'A 25'],
        ['SHIRT', '', 'B 24', 'A 25', 'C 25'],
        ['UNKNOWN', 'CLEE', 'A 25', 'B ?'],
      ]);
      for (const [index, { reference, customer }] of all.entries())
        expectEqual(await conflicts(subject, { reference, customer }), all.slice(index + 1));
      const paged: PriceConflict[] = [];
      for (let after: ConflictPlace | undefined; ; ) {
        const page = await readConflictPage(partOf(subject, 'quotes'), { limit: 1, after });
        assert.ok(page.conflicts.length <= 1);
        paged.push(...page.conflicts);
        if (!page.next) break;
        after = { reference: page.next.reference, customer: page.next.customer };
      }
      expectEqual(paged, all);
      expectEqual((await conflicts(subject, { reference: 'SHIRT', customer: 'A' })).map(named), [
        ['UNKNOWN', 'CLEE', 'A 25', 'B ?'],
      ]);
    },
  },
  {
    name: 'rules that never meet, say the same, are over, retired or give no price do not contradict each other',
    async run(subject) {
      const until = (date: string) => ({ options: { validTo: moment(`${date} 00:00:00`) } });
      await seed(
        subject,
        { rule: 'A', currency: 'EUR' },
        { rule: 'B', currency: 'CHF', value: decimal('24') },
        { rule: 'C', fromQuantity: decimal('10'), ...until('2026-06-30') },
        {
          rule: 'D',
          fromQuantity: decimal('10'),
          value: decimal('24'),
          validFrom: moment('2026-07-01 00:00:00'),
        },
        { rule: 'E', fromQuantity: decimal('20') },
        { rule: 'F', fromQuantity: decimal('20'), value: decimal('24'), ...until('2026-05-31') },
        { rule: 'G', fromQuantity: decimal('20'), kind: 'amount_off', value: decimal('4.9') },
        { rule: 'H', fromQuantity: decimal('20'), value: decimal('0') },
        { rule: 'I', fromQuantity: decimal('20'), value: decimal('23') },
        { rule: 'I', reference: 'BOOK' },
      );
      const kept = [rule({ rule: 'I', reference: 'BOOK' })];
      await subject.shop.savePriceRules(message({ rules: kept, keep: [] }), 'full');
      expectEqual(await conflicts(subject), []);
    },
  },
]);
