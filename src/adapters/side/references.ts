import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';

/**
 * A CMS compares references as its collation says: without regard to case, and often to accents. Two that differ in
 * case only are one reference here as well; two that differ otherwise are two of the ERP's articles, and the second must
 * not be written over the first.
 */
export const folded = (reference: string): string => reference.trim().normalize('NFC').toLowerCase();

const bare = (reference: string): string =>
  folded(reference)
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}|\s|\p{Cf}/gu, '');

/**
 * Found rows by the reference that they were looked for with. Rejects with `reference_collides` when the database found
 * one that is another article's.
 */
export function byReference<Row extends { readonly reference: string }>(
  wanted: readonly string[],
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  const found = new Map(rows.map((row) => [folded(row.reference), row]));
  const asked = new Set(wanted.map(folded));
  for (const { reference } of rows) {
    if (asked.has(folded(reference))) continue;
    const record = wanted.find((other) => bare(other) === bare(reference)) ?? wanted[0] ?? '';
    throw fail('reference_collides', { entity: 'product', record, value: quotable(reference) });
  }
  return found;
}

/**
 * For a CMS that has no unique key on references: nobody knows which of several the ERP means. Throws
 * `reference_ambiguous`.
 */
export function requireSingle(rows: readonly { readonly id: number; readonly reference: string }[]): void {
  for (const [reference, owners] of Map.groupBy(rows, (row) => folded(row.reference))) {
    if (owners.length < 2) continue;
    const value = quotable(owners.map(({ id }) => id).join(', '));
    throw fail('reference_ambiguous', {
      entity: 'product',
      record: owners[0]?.reference ?? reference,
      value,
    });
  }
}
