import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Changes } from '../../domain/changes.ts';

/** What is stored after a change: a name not said stays, `null` goes, anything else is set. */
export function applied<Fields extends object>(
  stored: Partial<Fields>,
  changes: Changes<Fields>,
): Partial<Fields> {
  return Object.fromEntries(mergedEntries(stored, changes)) as Partial<Fields>;
}

/** The same for names that senders choose. */
export function appliedNames(
  stored: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | null>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(mergedEntries(stored, changes));
}

// Entries, because assigning to a name such as `__proto__` would set no field.
function mergedEntries<Value>(
  stored: { readonly [name: string]: Value } | object,
  changes: { readonly [name: string]: Value | null } | object,
): Map<string, Value> {
  const result = new Map<string, Value>(Object.entries(stored));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) result.delete(name);
    else if (value !== undefined) result.set(name, value);
  }
  return result;
}

/** The names of the fields that two records do not have alike. */
export const changedNames = (before: object, after: object): readonly string[] => {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => !isDeepStrictEqual(was.get(name), is.get(name)),
  );
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
