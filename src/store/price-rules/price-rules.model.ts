import type { LocalDateTime } from '../../domain/dates.ts';
import type { KeptPriceRules, PriceRule, PriceRuleChange, PriceRuleKey } from '../../domain/price-rule.ts';
import type { PriceRuleBatch, PriceRuleMode } from '../../shop/shop.ts';
import { KEY_COLUMNS } from './columns.ts';

const NAMES = Object.keys(KEY_COLUMNS) as (keyof PriceRuleKey)[];

export const keyOf = (rule: PriceRuleKey): string => JSON.stringify(NAMES.map((name) => rule[name]));

/** What the rulings say, without any thought of cost; for tests. */
export function createModel() {
  const rules = new Map<string, PriceRule>();

  function saveOne(change: PriceRuleChange, now: LocalDateTime): 'created' | 'updated' | 'unchanged' {
    const before = rules.get(keyOf(change));
    const options = Object.fromEntries(
      Object.entries({ ...before?.options, ...change.options }).filter(([, value]) => value !== null),
    );
    const after: PriceRule = { ...change, options, seenAt: now };
    rules.set(keyOf(change), after);
    if (!before) return 'created';
    return same({ ...before, seenAt: now }, after) ? 'unchanged' : 'updated';
  }

  function retire(
    batches: readonly PriceRuleBatch[],
    named: ReadonlySet<string>,
    now: LocalDateTime,
  ): number {
    const keep = batches.flatMap((batch) => batch.keep);
    const sets = new Set([...batches.flatMap((batch) => batch.rules), ...keep].map(setOf));
    let retired = 0;
    for (const [key, rule] of rules) {
      if (rule.retiredAt !== undefined || named.has(key) || !sets.has(setOf(rule))) continue;
      if (keep.some((one) => matches(rule, one))) continue;
      rules.set(key, { ...rule, retiredAt: now });
      retired += 1;
    }
    return retired;
  }

  return {
    rules: (): ReadonlyMap<string, PriceRule> => rules,
    save(batches: readonly PriceRuleBatch[], mode: PriceRuleMode, now: LocalDateTime) {
      const last = new Map(
        batches.flatMap((batch) => batch.rules).map((rule) => [keyOf(rule), rule] as const),
      );
      const counts = { created: 0, updated: 0, unchanged: 0, retired: 0 };
      for (const change of last.values()) counts[saveOne(change, now)] += 1;
      if (mode === 'full') counts.retired = retire(batches, new Set(last.keys()), now);
      return counts;
    },
  };
}

const setOf = ({ source, rule }: Pick<PriceRuleKey, 'source' | 'rule'>): string =>
  JSON.stringify([source, rule]);

const matches = (rule: PriceRule, kept: KeptPriceRules): boolean =>
  NAMES.every((name) => kept[name] === undefined || kept[name] === rule[name]);

const same = (a: PriceRule, b: PriceRule): boolean => canonical(a) === canonical(b);
const canonical = (rule: PriceRule): string =>
  JSON.stringify([keyOf(rule), rule.kind, rule.value, Object.entries(rule.options).sort(), rule.retiredAt]);
