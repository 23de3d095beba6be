import { isDeepStrictEqual } from 'node:util';
import { ruleSetKey } from '../../domain/change-event.ts';
import type { Outcome } from '../../domain/changes.ts';
import { fieldNames } from '../../domain/fields.ts';
import {
  type KeptPriceRules,
  PRICE_RULE_KEY,
  type PriceRule,
  type PriceRuleChange,
  type PriceRuleKey,
  priceRuleKey,
} from '../../domain/price-rule.ts';
import { type ProblemFacts, problem, quotable } from '../../domain/problem.ts';
import type { BulkResult, PriceRuleBatch, PriceRuleMode } from '../../shop/shop.ts';
import { type BulkTally, createBulkTally } from '../../shop/tally.ts';
import { applied } from './changes.ts';
import { customerByCode } from './customers.ts';
import type { MemoryState, WritableState } from './state.ts';

const setOf = ({ source, rule }: Pick<PriceRuleKey, 'source' | 'rule'>): string =>
  JSON.stringify([source, rule]);

/** What became of one set's rules. */
type SetChange = Pick<PriceRuleKey, 'source' | 'rule'> & {
  readonly counts: Record<'created' | 'updated' | 'retired', number>;
};

export function savePriceRules(
  state: WritableState,
  batches: readonly PriceRuleBatch[],
  mode: PriceRuleMode,
): BulkResult {
  const tally = createBulkTally();
  const rules = lastOfEachKey(
    batches.flatMap((batch) => batch.rules),
    tally,
  );
  const changes = new Map<string, SetChange>();
  const count = ({ source, rule }: PriceRuleKey, outcome: Outcome | 'retired'): void => {
    if (outcome === 'unchanged') return;
    const none = { created: 0, updated: 0, retired: 0 };
    const change = changes.get(setOf({ source, rule })) ?? { source, rule, counts: none };
    change.counts[outcome] += 1;
    changes.set(setOf({ source, rule }), change);
  };
  for (const [key, rule] of rules) {
    const outcome = saveRule(state, key, rule);
    tally.count(outcome);
    count(rule, outcome);
    warnOfParked(state, rule, tally);
  }
  const keep = mode === 'full' ? batches.flatMap((batch) => batch.keep) : [];
  const named = new Set([...rules.values(), ...keep].map(setOf));
  if (mode === 'full') {
    const retire = (rule: PriceRule): void => {
      tally.retire();
      count(rule, 'retired');
    };
    retireUnnamed(state, { named, keep, keys: rules, retire });
  }
  noteSets(state, changes);
  for (const set of named) state.ruleSets.add(set);
  return tally.result();
}

const bySet = ([, a]: [string, SetChange], [, b]: [string, SetChange]): number =>
  a.source < b.source || (a.source === b.source && a.rule < b.rule) ? -1 : 1;

function noteSets(state: WritableState, changes: ReadonlyMap<string, SetChange>): void {
  const live = new Set([...state.priceRules.values()].filter(({ retiredAt }) => !retiredAt).map(setOf));
  for (const [set, { counts, ...names }] of [...changes].sort(bySet)) {
    const operation = !state.ruleSets.has(set) ? 'created' : live.has(set) ? 'updated' : 'retired';
    const rules = { ...names, ...counts };
    state.note({ entity: 'price_rule', key: ruleSetKey(names), operation, fields: [], rules });
  }
}

/** The last row of a key stands for the whole message: nothing of an earlier one remains. */
function lastOfEachKey(
  rules: readonly PriceRuleChange[],
  tally: BulkTally,
): ReadonlyMap<string, PriceRuleChange> {
  const last = new Map<string, PriceRuleChange>();
  for (const rule of rules) {
    const key = priceRuleKey(rule);
    if (last.has(key)) {
      tally.warnings.add(problem('duplicate_in_message', { entity: 'price_rule', record: rule.reference }));
    }
    last.set(key, rule);
  }
  return last;
}

/** Naming a retired rule revives it. */
function saveRule(state: MemoryState, key: string, change: PriceRuleChange): Outcome {
  const stored = state.priceRules.get(key);
  const next: PriceRule = {
    ...change,
    options: applied(stored?.options ?? {}, change.options),
    seenAt: state.now(),
  };
  state.priceRules.set(key, next);
  if (!stored) return 'created';
  return isDeepStrictEqual({ ...stored, seenAt: next.seenAt }, next) ? 'unchanged' : 'updated';
}

function warnOfParked(state: MemoryState, { reference, customer }: PriceRuleChange, tally: BulkTally): void {
  const facts: ProblemFacts = { entity: 'price_rule', record: reference };
  if (reference !== '' && !state.products.has(reference)) {
    tally.warnings.add(problem('parked_unknown_product', { ...facts, value: quotable(reference) }));
  }
  if (customer !== '' && !customerByCode(state, customer)) {
    tally.warnings.add(problem('parked_unknown_customer', { ...facts, value: quotable(customer) }));
  }
}

interface FullList {
  readonly named: ReadonlySet<string>;
  readonly keep: readonly KeptPriceRules[];
  readonly keys: ReadonlyMap<string, PriceRuleChange>;
  readonly retire: (rule: PriceRule) => void;
}

function retireUnnamed(state: MemoryState, { named, keep, keys, retire }: FullList): void {
  for (const [key, rule] of state.priceRules) {
    const stays = !named.has(setOf(rule)) || keys.has(key) || keep.some((kept) => isKept(rule, kept));
    if (stays || rule.retiredAt !== undefined) continue;
    state.priceRules.set(key, { ...rule, retiredAt: state.now() });
    retire(rule);
  }
}

/** What a refused row did not say (its reference may be the very field that could not be read) matches any rule. */
const isKept = (rule: PriceRule, kept: KeptPriceRules): boolean =>
  fieldNames(PRICE_RULE_KEY).every((name) => kept[name] === undefined || kept[name] === rule[name]);
