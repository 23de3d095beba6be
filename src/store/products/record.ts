import type { LocalDateTime } from '../../domain/dates.ts';
import { fieldsOfPaths } from '../../domain/product-values.ts';
import type { SaveResult } from '../../shop/shop.ts';
import type { NoteChange, Sql } from '../database.ts';
import type { Guard } from '../guard/admit.ts';
import { changedParts, changedPaths, fieldChanges } from './changed-parts.ts';
import {
  type Difference,
  differenceOf,
  isEmptyDifference,
  NOTHING_STORED,
  type ResolvedChange,
} from './difference.ts';
import { guardedKinds } from './guarded-kinds.ts';
import { allowedDifference, type OwnershipCase } from './ownership.ts';
import { checkPlacement } from './placement.ts';
import { provenanceAfter, provenanceOfNew } from './provenance.ts';
import { type ProductRow, readParts } from './rows.ts';
import { insertProduct, updateProduct } from './write.ts';

/** What a save is made with, whichever record it writes. */
export interface Saving extends OwnershipCase {
  readonly at: LocalDateTime;
  readonly note: NoteChange;
  readonly guard: Guard | undefined;
}

export interface Target extends Saving {
  readonly row: ProductRow | undefined;
}

/** Compares one record with what is stored, and writes what differs; who wrote it, and that it changed, beside. */
export async function saveRecord(sql: Sql, change: ResolvedChange, target: Target): Promise<SaveResult> {
  const { row } = target;
  const { reference, parent } = change;
  const warnings = parent === undefined ? [] : await checkPlacement(sql, { reference, parent, row });
  if (!row) {
    await addRecord(sql, change, target);
    return { outcome: 'created', warnings };
  }
  const stored = await readParts(sql, row, change);
  const allowed = allowedDifference(stored, change, target);
  warnings.push(...allowed.warnings);
  const { difference } = allowed;
  if (isEmptyDifference(difference)) return { outcome: 'unchanged', warnings };
  await changeRecord(sql, row, { ...target, difference, parts: changedParts(stored, difference), reference });
  return { outcome: 'updated', warnings };
}

async function addRecord(sql: Sql, change: ResolvedChange, { at, writing, note }: Saving): Promise<void> {
  const { reference: key, parent } = change;
  const difference = differenceOf(NOTHING_STORED, change);
  await insertProduct(sql, key, { difference, at, provenance: provenanceOfNew(writing) });
  const entity = parent === undefined ? 'product' : 'variant';
  note({ entity, key, operation: 'created', fields: [], ...writing }, () =>
    fieldChanges(changedParts(NOTHING_STORED, difference)),
  );
}

interface RecordChange extends Saving {
  readonly reference: string;
  readonly difference: Difference;
  readonly parts: ReturnType<typeof changedParts>;
}

async function changeRecord(sql: Sql, row: ProductRow, change: RecordChange): Promise<void> {
  const { difference, parts, reference: key, at, writing, note, guard } = change;
  const paths = changedPaths(parts);
  await guard?.admit(sql, { kinds: guardedKinds(row, difference), reference: key, writing });
  const provenance = provenanceAfter(row.provenance, paths, writing);
  await updateProduct(sql, row, { difference, at, provenance });
  const entity = difference.parent === undefined ? row.kind : 'variant';
  note({ entity, key, operation: 'updated', fields: fieldsOfPaths(paths), ...writing }, () =>
    fieldChanges(parts),
  );
}
