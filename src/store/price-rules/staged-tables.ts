import type { PriceRuleKey } from '../../domain/price-rule.ts';
import { table } from '../table.ts';
import { RULE_KEY, SAID_RULE, type SaidRule } from './columns.ts';

/*
 * The temporary tables of one price list, and who makes and reads each:
 *
 * | table            | holds                                               | made by       | read by                              |
 * | named_rule       | rules of the message; later, the last of each key   | stage.ts      | duplicates.ts, parked.ts, plan.ts, apply.ts |
 * | named_rule_set   | how many rules of each set it names                 | stage.ts      | duplicates.ts, plan.ts               |
 * | suspect_rule     | keys that may have come before in the message       | stage.ts      | duplicates.ts                        |
 * | kept_rule        | what a full list must not retire                    | stage.ts      | kept.ts, plan.ts                     |
 * | superseded_rule  | rules that a later one of the message replaces      | duplicates.ts | duplicates.ts                        |
 * | crowded_rule     | references of which very many rows were refused     | kept.ts       | kept.ts                              |
 * | pending_rule     | rules to be written                                 | plan.ts       | apply.ts                             |
 * | planned_rule_set | what becomes of each set                            | plan.ts       | apply.ts, events.ts                  |
 * | touched_rule     | rules that get a date of their own                  | plan.ts       | apply.ts                             |
 * | absent_rule      | rules of these sets that the message does not name  | plan.ts       | apply.ts, events.ts                  |
 * | planned_event    | what the feed will say of each set that changes     | events.ts     | events.ts                            |
 */

/** The number of the row in the message. */
interface Numbered {
  readonly seq: number;
}

export const NAMED_RULE = table<Numbered & SaidRule>('named_rule', { seq: 'integer', ...SAID_RULE.kinds });

/** A set may have several rows, which add up: cheaper than sorting all rules by set. */
export const NAMED_RULE_SET = table<Pick<PriceRuleKey, 'source' | 'rule'> & { readonly named: number }>(
  'named_rule_set',
  { source: 'text', rule: 'text', named: 'integer' },
);

export const SUSPECT_RULE = table<Numbered & PriceRuleKey>('suspect_rule', {
  seq: 'integer',
  ...RULE_KEY.kinds,
});

/** NULL where the refused row could not be read. */
export const KEPT_RULE = table<PriceRuleKey>('kept_rule', RULE_KEY.kinds);

/** What a message is put into while it arrives. */
export const STAGED = [NAMED_RULE, NAMED_RULE_SET, SUSPECT_RULE, KEPT_RULE];
/** What one comparison with the stored rules makes anew. */
export const PLANNED = ['pending_rule', 'planned_rule_set', 'touched_rule', 'absent_rule', 'planned_event'];
