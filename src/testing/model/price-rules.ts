import fc from 'fast-check';
import { parseLocalDateTime } from '../../domain/dates.ts';
import { parseDecimal, ZERO } from '../../domain/decimal.ts';
import type { KeptPriceRules, PriceRuleChange, PriceRuleOptions } from '../../domain/price-rule.ts';
import type { PriceRuleBatch, PriceRuleMode } from '../../shop/shop.ts';
import type { ContractSubject } from '../contract/subject.ts';
import { CODES } from './customers.ts';
import { CATEGORIES, reference } from './products.ts';
import { aboveZero, changes, combined, dateTime, perhaps, positive } from './values.ts';

type Limits = NonNullable<ContractSubject['limits']>;

const source = fc.constantFrom('cli_prodfam', 'palier_clitar');
const rule = fc.constantFrom('TF1', 'TF2');
const fromQuantity = fc.constantFrom('0', '1', '10').map((count) => parseDecimal(count) ?? ZERO);

const validFrom = fc
  .constantFrom('', '2015-02-01 00:00:00')
  .map((text): PriceRuleChange['validFrom'] => parseLocalDateTime(text) ?? '');

/** The key's values are few, so that keys meet. */
function priceRuleChange(limits: Limits): fc.Arbitrary<PriceRuleChange> {
  const options = changes<PriceRuleOptions>(
    {
      validTo: dateTime,
      parent: reference,
      basePrice: aboveZero,
      customerEmails: fc.constantFrom('a@b.fr', 'a@b.fr;c@d.fr'),
    },
    { clearing: limits.clearing_rules === undefined },
  );
  return fc.record({
    source,
    rule,
    reference,
    customer: fc.constantFrom('', ...CODES),
    group: fc.constantFrom('', ...CATEGORIES),
    currency: fc.constantFrom('', 'EUR'),
    country: fc.constantFrom('', 'FR'),
    fromQuantity,
    validFrom,
    kind: fc.constantFrom('price', 'amount_off', 'percent_off'),
    value: positive,
    options,
  });
}

const kept: fc.Arbitrary<KeptPriceRules> = combined(
  fc.record({ source, rule }),
  perhaps('reference', reference),
);

export interface PriceRuleMessage {
  readonly batches: readonly PriceRuleBatch[];
  readonly mode: PriceRuleMode;
}

export function priceRuleMessage(limits: Limits): fc.Arbitrary<PriceRuleMessage> {
  const rules = fc.array(priceRuleChange(limits), { maxLength: 6 });
  const merged = fc.record({ rules, keep: fc.constant([]) });
  const whole = fc.record({ rules, keep: fc.array(kept, { maxLength: 1 }) });
  const merge = fc.record({
    batches: fc.array(merged, { maxLength: 2 }),
    mode: fc.constant<PriceRuleMode>('merge'),
  });
  if (limits.full_lists !== undefined) return merge;
  const full = fc.record({
    batches: fc.array(whole, { maxLength: 2 }),
    mode: fc.constant<PriceRuleMode>('full'),
  });
  return fc.oneof(merge, full);
}
