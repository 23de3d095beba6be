import { fail } from '../../domain/error.ts';
import type { Origin } from '../../domain/origin.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { ProductChange, ProductOperation, VariantChange } from '../../domain/product.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { digestOf } from '../blobs.ts';
import { BY_ERP, type StoreContext, writingBy } from '../context.ts';
import type { Sql } from '../database.ts';
import { guarded } from '../guard/admit.ts';
import { categoryIdFromPath, findCategoryId } from './categories.ts';
import type { ResolvedChange } from './difference.ts';
import { isLimited, type OwnershipCase } from './ownership.ts';
import { type Saving, saveRecord, type Target } from './record.ts';
import { findKind, findProduct } from './rows.ts';

/** The image stands in its file before the transaction begins, so that no row ever names a missing one. */
export async function saveProduct(
  context: StoreContext,
  { change, operation, origin = BY_ERP }: SaidProduct,
): Promise<SaveResult> {
  const { database, owned, guard, now } = context;
  const saving = { at: now(), writing: writingBy(context, origin), owned, guard };
  const image = await saveImage(context, change, saving);
  return guarded(database, () =>
    database.write((sql, note) => saveFamily(sql, { change, image, operation, note, ...saving })),
  );
}

interface SaidProduct {
  readonly change: ProductChange;
  readonly operation: ProductOperation;
  readonly origin: Origin | undefined;
}

/** `undefined`: not said; `null`: cleared. */
type SavedImage = ResolvedChange['image'] | undefined;

interface Save extends Saving {
  readonly change: ProductChange;
  readonly image: SavedImage;
  readonly operation: ProductOperation;
}

async function saveImage(
  { blobs, database }: StoreContext,
  { reference, image }: ProductChange,
  ownership: OwnershipCase,
): Promise<SavedImage> {
  if (!image) return image;
  const { type, bytes } = image;
  const isLeftOut =
    isLimited(ownership) && ownership.owned.has('image') && (await findKind(database.read, reference));
  // Nothing would name the file.
  return { type, sha256: isLeftOut ? digestOf(bytes) : await blobs.save(bytes) };
}

/** The record, then its variants; all of them or nothing. */
async function saveFamily(sql: Sql, { change, image, operation, ...saving }: Save): Promise<SaveResult> {
  const { reference, variants = [], categoryPath, image: _, ...said } = change;
  const row = await findProduct(sql, reference);
  const adds = operation === 'add_product' || operation === 'add_option';
  if (!row && !adds) throw fail('reference_unknown', { entity: 'product', record: reference });
  const warnings: Problem[] = [];
  if (row && adds) warnings.push(problem('already_exists', { entity: 'product', record: reference }));

  const resolved: ResolvedChange = {
    ...said,
    reference,
    ...(categoryPath && { categoryId: await categoryOf(sql, categoryPath, { row, ...saving }) }),
    ...(image !== undefined && { image }),
  };
  const record = await saveRecord(sql, resolved, { row, ...saving });
  warnings.push(...record.warnings);
  let outcome = record.outcome;
  for (const variant of variants) {
    const result = await saveVariant(sql, variant, { parent: reference, ...saving });
    warnings.push(...result.warnings);
    if (outcome === 'unchanged' && result.outcome !== 'unchanged') outcome = 'updated';
  }
  return { outcome, warnings };
}

function categoryOf(
  sql: Sql,
  path: readonly string[],
  { row, ...ownership }: Target,
): Promise<number | null> {
  const isLeftOut = row && isLimited(ownership) && ownership.owned.has('categoryPath');
  return isLeftOut ? findCategoryId(sql, path) : categoryIdFromPath(sql, path);
}

async function saveVariant(
  sql: Sql,
  { reference, axes, fields }: VariantChange,
  { parent, ...saving }: Saving & { readonly parent: string },
): Promise<SaveResult> {
  const change: ResolvedChange = { reference, parent, fields, axes };
  return saveRecord(sql, change, { row: await findProduct(sql, reference), ...saving });
}
