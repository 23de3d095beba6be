import type { PriceRule, PriceRuleKey } from '../../../domain/price-rule.ts';
import { type Problem, problem, quotable } from '../../../domain/problem.ts';
import type { SidePriceRule, SideSql } from '../tables.ts';
import type { WallClock } from '../wall-clock.ts';
import { ruleFromRow } from './columns.ts';

/** What a rule becomes in a CMS. */
export interface RuleEffect<Price> {
  readonly prices: readonly Price[];
  /** Which part of the rule keeps it from having an effect: the shop has nothing of that name. */
  readonly obstacle?: keyof PriceRuleKey;
}

interface LiveRule {
  readonly key: string;
  readonly rule: PriceRule;
}

export const liveRules = (rows: readonly SidePriceRule[], clock: WallClock): readonly LiveRule[] =>
  rows
    .filter(({ retired_at }) => retired_at === null)
    .map((row) => ({ key: row.rule_key, rule: ruleFromRow(row, clock) }));

/** The prices that the rules become, each with its rule's key, and a warning for each rule that can have no effect. */
export function effectsOf<Price>(
  rules: readonly LiveRule[],
  effectOf: (rule: PriceRule) => RuleEffect<Price>,
): {
  readonly wanted: readonly (Price & { readonly rule: string })[];
  readonly warnings: readonly Problem[];
} {
  const effects = rules.map(({ key, rule }) => ({ key, rule, ...effectOf(rule) }));
  return {
    wanted: effects.flatMap(({ key, prices }) => prices.map((price) => ({ ...price, rule: key }))),
    warnings: effects.flatMap(({ rule, obstacle }) =>
      obstacle === undefined
        ? []
        : problem('rule_not_applied', {
            ...{ entity: 'price_rule', record: rule.reference, field: obstacle },
            value: quotable(rule[obstacle]),
          }),
    ),
  };
}

/** Notes that a price of the CMS is a rule's. Its id may have been that of a rule's price which somebody deleted. */
export const noteRulePrice = (sql: SideSql, price_id: number, rule_key: string) =>
  sql
    .insertInto('passerelle_rule_price')
    .values({ price_id, rule_key })
    .onDuplicateKeyUpdate({ rule_key })
    .execute();

export const forgetRulePrices = (sql: SideSql, prices: readonly number[]) =>
  sql.deleteFrom('passerelle_rule_price').where('price_id', 'in', prices).execute();
