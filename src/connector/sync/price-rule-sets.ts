import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { Problem } from '../../domain/problem.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import type { SentRecord } from '../state/sync-state.ts';
import { checkResult } from './bulk.ts';
import { createIsolation } from './isolate.ts';
import { isUnchanged, readableBatches, refusalOf } from './record.ts';
import { batchesOf, ruleName } from './rule-batches.ts';
import { checkInterruption, type Run } from './run.ts';

/** All rules of one (src, ref), which a shop that takes lists as `full` must receive in one request. */
interface RuleSet {
  readonly name: string;
  count: number;
  /** Of the rules' fingerprints: the same in whatever order they come. */
  sum: bigint;
}

const OPERATION = 'add_grilles';

/**
 * Sends the whole of each set in which a rule is new, changed or gone. A set of which nothing is left cannot be said:
 * the protocol names a set by its rules. Memory grows with the number of sets, not of rules.
 */
export async function syncPriceRuleSets(run: Run): Promise<void> {
  const sets = await readSets(run);
  const changed = [...sets].filter(([key, set]) => !isUnchanged(run, recordOf(key, set)));
  run.tally.expect([...sets.values()].reduce((sum, { count }) => sum + count, 0));
  for (const [key] of changed) sets.delete(key);
  for (const { count } of sets.values()) repeat(count, () => run.tally.unchanged());
  if (changed.length === 0) return;
  const isolate = createIsolation<readonly [string, RuleSet]>({
    send: (some) => sendSets(run, new Map(some)),
    giveUp: ([, { name, count }], refusal) =>
      repeat(count, () => run.tally.failed({ ...refusal, entity: 'price_rule', record: name })),
  });
  await isolate(changed);
}

function repeat(times: number, work: () => void): void {
  for (let time = 0; time < times; time += 1) work();
}

const setKey = ({ source, rule }: PriceRuleChange): string => JSON.stringify([source, rule]);

const recordOf = (key: string, { count, sum }: RuleSet): SentRecord => ({
  kind: 'price-rule-set',
  key,
  fingerprint: fingerprintOf([count, sum.toString(16)]),
});

async function readSets(run: Run): Promise<Map<string, RuleSet>> {
  const sets = new Map<string, RuleSet>();
  for await (const rules of readableBatches(run, run.options.source.priceRules()))
    for (const rule of rules) addTo(sets, rule);
  return sets;
}

function addTo(sets: Map<string, RuleSet>, rule: PriceRuleChange): void {
  const key = setKey(rule);
  const set = sets.get(key) ?? { name: `${rule.source}/${rule.rule}`, count: 0, sum: 0n };
  sets.set(key, set);
  set.count += 1;
  set.sum = BigInt.asUintN(256, set.sum + numberOf(fingerprintOf(rule)));
}

const numberOf = (fingerprint: string): bigint =>
  BigInt(`0x${Buffer.from(fingerprint, 'base64url').toString('hex')}`);

async function sendSets(run: Run, sets: ReadonlyMap<string, RuleSet>): Promise<Problem | undefined> {
  const { shop, dryRun } = run.options;
  checkInterruption(run);
  try {
    await run.tally.provisionally(async () => {
      const rules = rulesOf(run, sets);
      if (dryRun) await Array.fromAsync(rules, () => undefined);
      else checkResult(run, await shop.savePriceRules(batchesOf(rules), 'merge'));
    });
  } catch (error) {
    return refusalOf(error);
  }
  for (const [key, set] of sets) run.state.markSent(recordOf(key, set));
  return undefined;
}

async function* rulesOf(
  run: Run,
  sets: ReadonlyMap<string, RuleSet>,
): AsyncGenerator<readonly PriceRuleChange[]> {
  for await (const batch of run.options.source.priceRules()) {
    checkInterruption(run);
    // What cannot be read was told when the sets were.
    const wanted = batch.flatMap((read) =>
      'value' in read && sets.has(setKey(read.value)) ? [read.value] : [],
    );
    for (const rule of wanted) run.tally.sent(OPERATION, ruleName(rule));
    if (wanted.length > 0) yield wanted;
  }
}
