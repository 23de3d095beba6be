import type { Outcome } from '../../../domain/changes.ts';
import type { ProductChange, ProductOperation } from '../../../domain/product.ts';
import type { SaveResult } from '../../../shop/shop.ts';
import {
  type FamilyChange,
  type RecordChange,
  referencesOf,
  type SavedFamily,
  saveFamily,
  saveRecords,
} from '../../side/family.ts';
import { sweepFile } from '../../side/image-files.ts';
import { holdReferences } from '../../side/locks.ts';
import { folded } from '../../side/references.ts';
import type { TheliaContext } from '../context.ts';
import { sideOf, type TheliaSql } from '../tables.ts';
import { isShown } from './images.ts';
import { saveProductRecord } from './product.ts';
import { findStored, type Stored } from './rows.ts';
import type { Saving } from './saving.ts';
import { saveVariantRecord } from './variant.ts';

export const saveProduct = (
  context: TheliaContext,
  change: ProductChange,
  operation: ProductOperation,
): Promise<SaveResult> =>
  saveFamily(
    context.database,
    { change, operation },
    {
      imageFolder: context.site.imageFolder,
      save: (sql, family) => saveOn(context, sql, family),
      sweep: (folder, file) => sweepFile(folder, file, () => isShown(context.database.read, file)),
    },
  );

async function saveOn(
  { site, now, clock }: TheliaContext,
  sql: TheliaSql,
  family: FamilyChange,
): Promise<SavedFamily> {
  const known = new Map(await lockReferences(sql, referencesOf(family), site.languages.main));
  const saving: Saving = { sql, site, now: clock.local(now()), known, warnings: [], dropped: [] };
  const outcome = await saveRecords(saving, family, saveRecord);
  return { outcome, warnings: saving.warnings, dropped: saving.dropped };
}

/** Thelia has no key that would decide between two who add the same reference: whoever adds one holds it. */
async function lockReferences(
  sql: TheliaSql,
  references: readonly string[],
  language: number,
): Promise<ReadonlyMap<string, Stored>> {
  const found = await findStored(sql, references, { language, locked: true });
  const missing = references.filter((reference) => !found.has(folded(reference)));
  if (missing.length === 0) return found;
  await holdReferences(sideOf(sql), missing);
  return findStored(sql, references, { language, locked: true });
}

function saveRecord(saving: Saving, change: RecordChange): Promise<Outcome> {
  const stored = saving.known.get(folded(change.reference));
  return change.parent !== undefined || stored?.kind === 'variant'
    ? saveVariantRecord(saving, change, stored)
    : saveProductRecord(saving, change, stored);
}
