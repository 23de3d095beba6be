import type { CustomerChange } from '../../../domain/customer.ts';
import { problem, quotable } from '../../../domain/problem.ts';
import type { BulkTally } from '../../../shop/tally.ts';
import { canonicalJson } from '../../../store/canonical-json.ts';
import { emailKey } from '../../../store/customers/emails.ts';
import { type ErpRecord, excessOf, mergedRecord, NEW_RECORD } from './record.ts';

/** A customer on their way into the tables. */
export interface MergedCustomer {
  readonly code: string;
  readonly record: ErpRecord;
  readonly accountId: number | null;
  /** Whether anything has to be written. */
  readonly changed: boolean;
}

/** What is stored of the customers that a page of nodes names. */
export interface StoredCustomers {
  readonly customers: ReadonlyMap<string, MergedCustomer>;
  /** Accounts of the CMS that are no customer's yet, by e-mail. */
  readonly free: Map<string, number>;
}

/** Merges the nodes into what is stored, one after another, and counts what each did. */
export function mergeNodes(
  nodes: readonly CustomerChange[],
  { customers, free }: StoredCustomers,
  tally: BulkTally,
): readonly MergedCustomer[] {
  const merged = new Map(customers);
  for (const node of nodes) {
    const before = merged.get(node.code);
    const record = mergedRecord(before?.record ?? NEW_RECORD, node);
    const excess = excessOf(node.code, record);
    if (excess) {
      tally.refused.add(excess);
      continue;
    }
    const adopted = before?.accountId == null ? adopt(record, free) : undefined;
    if (adopted !== undefined)
      tally.warnings.add(
        problem('customer_adopted', {
          entity: 'customer',
          record: node.code,
          value: quotable(String(adopted)),
        }),
      );
    const changed = canonicalJson(record) !== canonicalJson(before?.record) || adopted !== undefined;
    if (before || adopted !== undefined) tally.count(changed ? 'updated' : 'unchanged');
    else tally.count('created');
    merged.set(node.code, {
      code: node.code,
      record,
      accountId: adopted ?? before?.accountId ?? null,
      changed: changed || (before?.changed ?? true),
    });
  }
  return [...merged.values()].filter(({ changed }) => changed);
}

/** The account of the CMS with the customer's e-mail becomes theirs. */
function adopt({ fields }: ErpRecord, free: Map<string, number>): number | undefined {
  const key = emailKey(fields.email);
  const account = key === null ? undefined : free.get(key);
  if (key !== null) free.delete(key);
  return account;
}
