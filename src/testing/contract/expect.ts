import assert from 'node:assert/strict';
import type { Outcome } from '../../domain/changes.ts';
import { PasserelleError } from '../../domain/error.ts';
import type { Reason } from '../../domain/problem.ts';
import type { BulkResult, SaveResult } from '../../shop/shop.ts';
import type { ContractSubject } from './subject.ts';

/** Equal values, whatever the prototypes: a store may give records that inherit from nothing. */
export const expectEqual = (actual: unknown, expected: unknown, message?: string): void =>
  assert.deepStrictEqual(structuredClone(actual), structuredClone(expected), message);

export function expectOutcome(subject: ContractSubject, result: SaveResult, outcome: Outcome): void {
  if (subject.limits?.outcomes === undefined) assert.equal(result.outcome, outcome);
}

/** The counts that are named; the others do not matter. */
export function expectCounts(
  subject: ContractSubject,
  result: BulkResult,
  expected: Partial<Pick<BulkResult, 'created' | 'updated' | 'unchanged' | 'retired' | 'refusedCount'>>,
): void {
  if (subject.limits?.outcomes === undefined) expectEqual({ ...result, ...expected }, result);
}

/** Exactly these reasons, in any order. */
export function expectWarnings(
  subject: ContractSubject,
  { warnings }: SaveResult | BulkResult,
  reasons: readonly Reason[],
): void {
  if (subject.limits?.warnings !== undefined) return;
  expectEqual(warnings.map(({ reason }) => reason).sort(), [...reasons].sort());
}

export async function expectRefusal(
  subject: ContractSubject,
  call: Promise<unknown>,
  reason: Reason,
): Promise<void> {
  const failure = await call.then(
    () => assert.fail(`resolved, but should have been refused with ${reason}`),
    (error: unknown) => error,
  );
  if (!(failure instanceof PasserelleError)) throw failure;
  if (subject.limits?.reasons === undefined) assert.equal(failure.problem.reason, reason);
}

export async function collect<Item>(batches: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

export function present<Value>(value: Value | undefined, what: string): Value {
  assert.ok(value !== undefined, `${what} is missing`);
  return value;
}

/** A bulk message. */
export async function* message<Batch>(...batches: readonly Batch[]): AsyncGenerator<Batch> {
  yield* batches;
}

export class BrokenOff extends Error {}

/** A bulk message that breaks off after its batches. */
export async function* brokenMessage<Batch>(...batches: readonly Batch[]): AsyncGenerator<Batch> {
  yield* batches;
  throw new BrokenOff('the message broke off');
}
