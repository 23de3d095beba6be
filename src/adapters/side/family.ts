import type { Outcome } from '../../domain/changes.ts';
import { fail } from '../../domain/error.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { ProductChange, ProductOperation } from '../../domain/product.ts';
import type { SaveResult } from '../../shop/shop.ts';
import type { CmsDatabase } from '../mysql/database.ts';
import { aboutRecord } from '../mysql/faults.ts';
import { type PlacedImage, placeImage } from './image-files.ts';
import { folded } from './references.ts';

/** A change whose image stands in its file. */
export interface RecordChange extends Omit<ProductChange, 'image' | 'variants'> {
  readonly image?: PlacedImage | null;
}

/** What a message says of a product with its variants. */
export interface FamilyChange {
  readonly record: RecordChange;
  readonly variants: NonNullable<ProductChange['variants']>;
  readonly operation: ProductOperation;
}

/** How a CMS keeps a family of products. */
export interface FamilyKeeping<Sql> {
  /** Undefined: images are not kept. */
  readonly imageFolder: string | undefined;
  /** In a transaction: all of it or nothing. */
  save(sql: Sql, change: FamilyChange): Promise<SavedFamily>;
  /** Removes a file unless something shows it. */
  sweep(folder: string, file: string): Promise<void>;
}

export interface SavedFamily extends SaveResult {
  /** Files of images that are shown no more. */
  readonly dropped: readonly string[];
}

/** The image stands in its file before the transaction begins, so that no row ever names a missing one. */
export async function saveFamily<Tables>(
  database: CmsDatabase<Tables>,
  { change, operation }: { readonly change: ProductChange; readonly operation: ProductOperation },
  { imageFolder, save, sweep }: FamilyKeeping<Parameters<Parameters<CmsDatabase<Tables>['write']>[0]>[0]>,
): Promise<SaveResult> {
  const { variants = [], image: said, ...rest } = change;
  const image = said && imageFolder !== undefined ? await placeImage(imageFolder, said) : undefined;
  const record: RecordChange = { ...rest, ...(said === null ? { image: null } : image && { image }) };
  const { dropped, ...result } = await database
    .write((sql) => save(sql, { record, variants, operation }))
    .catch(aboutRecord({ entity: 'product', record: change.reference }));
  if (imageFolder !== undefined) for (const file of dropped) await sweep(imageFolder, file);
  return result;
}

/** All references that a message names. */
export const referencesOf = ({
  record: { reference, parent },
  variants,
}: FamilyChange): readonly string[] => [
  reference,
  ...(parent === undefined ? [] : [parent]),
  ...variants.map((variant) => variant.reference),
];

/** Where a message stands while it is written. */
interface SavingFamily {
  /** The owners of the references, by folded reference. */
  readonly known: ReadonlyMap<string, unknown>;
  readonly warnings: Problem[];
}

/** The record, then its variants. Rejects with `reference_unknown`. */
export async function saveRecords<Saving extends SavingFamily>(
  saving: Saving,
  { record, variants, operation }: FamilyChange,
  saveRecord: (saving: Saving, change: RecordChange) => Promise<Outcome>,
): Promise<Outcome> {
  const { reference } = record;
  const isKnown = saving.known.has(folded(reference));
  const adds = operation === 'add_product' || operation === 'add_option';
  if (!isKnown && !adds) throw fail('reference_unknown', { entity: 'product', record: reference });
  if (isKnown && adds)
    saving.warnings.push(problem('already_exists', { entity: 'product', record: reference }));
  let outcome = await saveRecord(saving, record);
  for (const variant of variants) {
    const changed = (await saveRecord(saving, { ...variant, parent: reference })) !== 'unchanged';
    if (changed && outcome === 'unchanged') outcome = 'updated';
  }
  return outcome;
}
