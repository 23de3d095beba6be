import fc from 'fast-check';
import { expectEqual } from './contract/expect.ts';
import type { ContractSubject } from './contract/subject.ts';
import { createMemoryShop } from './memory-shop.ts';
import { snapshot, toldChanges, writers } from './model/snapshot.ts';
import { type Operation, operation, perform } from './model.ts';

const LONGEST = 12;

/**
 * Runs random sequences of operations on fresh subjects and on memory shops beside them. What comes of each operation
 * and, after each sequence, all that is kept must be the same; rejects with the shortest sequence that tells them apart.
 * Facts that the subject's limits name are not looked at.
 */
export async function randomOperations(open: () => Promise<ContractSubject>, runs: number): Promise<void> {
  const limits = await limitsOf(open);
  const sequences = fc.array(operation(limits), { minLength: 1, maxLength: LONGEST, size: 'max' });
  const property = fc.asyncProperty(sequences, (sequence) => compare(open, sequence));
  await fc.assert(property, { numRuns: runs });
}

async function limitsOf(
  open: () => Promise<ContractSubject>,
): Promise<NonNullable<ContractSubject['limits']>> {
  const subject = await open();
  await subject.close();
  return subject.limits ?? {};
}

async function compare(open: () => Promise<ContractSubject>, sequence: readonly Operation[]): Promise<void> {
  const subject = await open();
  try {
    const model: ContractSubject = { ...createMemoryShop(), close: async () => {} };
    for (const [index, doing] of sequence.entries()) {
      const [actual, expected] = [await perform(subject, doing), await perform(model, doing)];
      const message = `operation ${index + 1}, ${doing.kind}`;
      expectEqual(comparable(actual, subject), comparable(expected, subject), message);
    }
    expectEqual(
      await snapshot(subject),
      await snapshot({ ...model, limits: subject.limits }),
      'what is kept',
    );
    if (subject.changeFeed) expectEqual(await toldChanges(subject), await toldChanges(model), 'what is told');
    if (subject.provenance) expectEqual(await writers(subject), await writers(model), 'who wrote what');
  } finally {
    await subject.close();
  }
}

/** Warnings with all their facts; only their order is the shop's. */
function comparable(result: unknown, { limits = {} }: ContractSubject): unknown {
  if (typeof result !== 'object' || result === null) return result;
  const { outcome, created, updated, unchanged, retired, warnings, warningCount, refused, ...rest } =
    result as Partial<Record<string, unknown>>;
  const order = limits.order_states === undefined ? rest : { ...rest, state: undefined };
  return {
    ...(rest.lines === undefined ? rest : limits.absent_order_fields === undefined ? order : {}),
    refused: limits.reasons === undefined || Array.isArray(refused) ? refused : refused !== undefined,
    counts: limits.outcomes === undefined ? [outcome, created, updated, unchanged, retired] : undefined,
    warnings: limits.warnings === undefined && Array.isArray(warnings) ? sorted(warnings) : undefined,
  };
}

const sorted = (warnings: readonly object[]): readonly string[] =>
  warnings.map((warning) => JSON.stringify(Object.entries(warning).sort())).sort();
