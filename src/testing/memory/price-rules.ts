import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../domain/changes.ts';
import type { KeptPriceRules, PriceRule, PriceRuleChange, PriceRuleKey } from '../../domain/price-rule.ts';
import { problem } from '../../domain/problem.ts';
import type { BulkResult, PriceRuleBatch, PriceRuleMode } from '../../shop/shop.ts';
import { applied } from './changes.ts';
import { customerByCode } from './customers.ts';
import type { MemoryState } from './state.ts';
import { createTally, type Tally } from './tally.ts';

const KEY_FIELDS = [
  'source',
  'rule',
  'reference',
  'customer',
  'group',
  'currency',
  'country',
  'fromQuantity',
  'validFrom',
] as const satisfies readonly (keyof PriceRuleKey)[];

const keyOf = (rule: PriceRuleKey): string => JSON.stringify(KEY_FIELDS.map((name) => rule[name]));
const setOf = ({ source, rule }: Pick<PriceRuleKey, 'source' | 'rule'>): string =>
  JSON.stringify([source, rule]);

export function savePriceRules(
  state: MemoryState,
  batches: readonly PriceRuleBatch[],
  mode: PriceRuleMode,
): BulkResult {
  const tally = createTally();
  const rules = lastOfEachKey(
    batches.flatMap((batch) => batch.rules),
    tally,
  );
  for (const [key, rule] of rules) {
    tally.count(saveRule(state, key, rule));
    warnOfParked(state, rule, tally);
  }
  if (mode === 'full') {
    const keep = batches.flatMap((batch) => batch.keep);
    const named = new Set([...rules.values(), ...keep].map(setOf));
    retireUnnamed(state, { named, keep, keys: rules, tally });
  }
  return tally.result();
}

/** The last row of a key stands for the whole message: nothing of an earlier one remains. */
function lastOfEachKey(
  rules: readonly PriceRuleChange[],
  tally: Tally,
): ReadonlyMap<string, PriceRuleChange> {
  const last = new Map<string, PriceRuleChange>();
  for (const rule of rules) {
    const key = keyOf(rule);
    if (last.has(key)) {
      tally.warn(problem('duplicate_in_message', { entity: 'grille', record: rule.reference }));
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

function warnOfParked(state: MemoryState, { reference, customer }: PriceRuleChange, tally: Tally): void {
  const facts = { entity: 'grille', record: reference };
  if (reference !== '' && !state.products.has(reference)) {
    tally.warn(problem('parked_unknown_product', { ...facts, value: reference }));
  }
  if (customer !== '' && !customerByCode(state, customer)) {
    tally.warn(problem('parked_unknown_customer', { ...facts, value: customer }));
  }
}

interface FullList {
  readonly named: ReadonlySet<string>;
  readonly keep: readonly KeptPriceRules[];
  readonly keys: ReadonlyMap<string, PriceRuleChange>;
  readonly tally: Tally;
}

function retireUnnamed(state: MemoryState, { named, keep, keys, tally }: FullList): void {
  for (const [key, rule] of state.priceRules) {
    const stays = !named.has(setOf(rule)) || keys.has(key) || keep.some((kept) => isKept(rule, kept));
    if (stays || rule.retiredAt !== undefined) continue;
    state.priceRules.set(key, { ...rule, retiredAt: state.now() });
    tally.retire();
  }
}

/** What a refused row did not say (its reference may be the very field that could not be read) matches any rule. */
const isKept = (rule: PriceRule, kept: KeptPriceRules): boolean =>
  KEY_FIELDS.every((name) => kept[name] === undefined || kept[name] === rule[name]);
