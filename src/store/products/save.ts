import type { LocalDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Image, ProductChange, VariantChange } from '../../domain/product.ts';
import type { ProductOperation, SaveResult } from '../../shop/shop.ts';
import type { Blobs } from '../blobs.ts';
import type { StoreContext } from '../context.ts';
import type { Sql } from '../database.ts';
import { categoryIdFromPath } from './categories.ts';
import { differenceOf, isEmptyDifference, type ResolvedChange } from './difference.ts';
import { checkPlacement } from './placement.ts';
import { findProduct, type ProductRow, readParts } from './rows.ts';
import { insertProduct, updateProduct } from './write.ts';

/** The image stands in its file before the transaction begins, so that no row ever names a missing one. */
export async function saveProduct(
  { database, blobs, now }: StoreContext,
  change: ProductChange,
  operation: ProductOperation,
): Promise<SaveResult> {
  const image = await saveImage(blobs, change.image);
  const at = now();
  return database.write((sql) => saveFamily(sql, { change, image, operation, at }));
}

/** `undefined`: not said; `null`: cleared. */
type SavedImage = ResolvedChange['image'] | undefined;

interface Save {
  readonly change: ProductChange;
  readonly image: SavedImage;
  readonly operation: ProductOperation;
  readonly at: LocalDateTime;
}

async function saveImage(blobs: Blobs, image: Image | null | undefined): Promise<SavedImage> {
  return image ? { type: image.type, sha256: await blobs.save(image.bytes) } : image;
}

/** The record, then its variants; all of them or nothing. */
async function saveFamily(sql: Sql, { change, image, operation, at }: Save): Promise<SaveResult> {
  const { reference, variants = [], categoryPath, image: _, ...said } = change;
  const row = await findProduct(sql, reference);
  const adds = operation === 'add_product' || operation === 'add_option';
  if (!row && !adds) throw fail('reference_unknown', { entity: 'product', record: reference });
  const warnings: Problem[] = [];
  if (row && adds) warnings.push(problem('already_exists', { entity: 'product', record: reference }));

  const resolved: ResolvedChange = {
    ...said,
    reference,
    ...(categoryPath && { categoryId: await categoryIdFromPath(sql, categoryPath) }),
    ...(image !== undefined && { image }),
  };
  const record = await saveRecord(sql, resolved, { row, at });
  warnings.push(...record.warnings);
  let outcome = record.outcome;
  for (const variant of variants) {
    const result = await saveVariant(sql, variant, { parent: reference, at });
    warnings.push(...result.warnings);
    if (outcome === 'unchanged' && result.outcome !== 'unchanged') outcome = 'updated';
  }
  return { outcome, warnings };
}

async function saveVariant(
  sql: Sql,
  { reference, axes, fields }: VariantChange,
  { parent, at }: { readonly parent: string; readonly at: LocalDateTime },
): Promise<SaveResult> {
  const change: ResolvedChange = { reference, parent, fields, axes };
  return saveRecord(sql, change, { row: await findProduct(sql, reference), at });
}

interface Target {
  readonly row: ProductRow | undefined;
  readonly at: LocalDateTime;
}

async function saveRecord(sql: Sql, change: ResolvedChange, { row, at }: Target): Promise<SaveResult> {
  const { reference, parent } = change;
  const warnings = parent === undefined ? [] : await checkPlacement(sql, { reference, parent, row });
  const difference = differenceOf(await readParts(sql, row, change), change);
  if (!row) {
    await insertProduct(sql, reference, { difference, at });
    return { outcome: 'created', warnings };
  }
  if (isEmptyDifference(difference)) return { outcome: 'unchanged', warnings };
  await updateProduct(sql, row, { difference, at });
  return { outcome: 'updated', warnings };
}
