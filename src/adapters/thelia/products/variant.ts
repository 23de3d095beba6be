import type { Outcome } from '../../../domain/changes.ts';
import { formatExtras } from '../../side/extras.ts';
import type { RecordChange } from '../../side/family.ts';
import { imageFile } from '../../side/image-files.ts';
import { folded } from '../../side/references.ts';
import { sideImage } from '../../side/side-rows.ts';
import { stockSide } from '../../side/stock.ts';
import { decimalFromFloat } from '../floats.ts';
import { categoryIdFromPath } from './categories.ts';
import { hideProduct, variantFromProduct } from './conversion.ts';
import type { TheliaExtras } from './extras.ts';
import { changedTheliaExtras } from './extras-change.ts';
import { type Offered, readOffered } from './offered.ts';
import { type Offering, offerVariant, type Parent, withdrawVariant } from './offering.ts';
import { placeBelow, storedPlace } from './place.ts';
import { type Stored, type StoredVariant, storedVariant, type VariantRow } from './rows.ts';
import type { Place, Saving } from './saving.ts';
import { changedState, parkedExtras, stateOf } from './variant-state.ts';

/** A variant of which nothing is stored. */
const NEW_ROW: Omit<VariantRow, 'reference' | 'reference_key'> = {
  variant_key: 0,
  parent_id: null,
  parent_reference: null,
  former_id: null,
  value_id: null,
  category_id: null,
  stock: null,
  stock_shown: null,
  image_sha256: null,
  image_type: null,
  extras: '{}',
};

/** Writes one variant, and only what differs. */
export async function saveVariantRecord(
  saving: Saving,
  change: RecordChange,
  stored: Stored | undefined,
): Promise<Outcome> {
  const { reference, parent } = change;
  const place = await (parent === undefined && stored?.kind === 'variant'
    ? storedPlace(saving, stored)
    : placeBelow(saving, { reference, parent: parent ?? '', stored }));
  const variant = await variantBefore(saving, reference, stored);
  const changed = await writeVariant(saving, { change, variant, place });
  if (stored?.kind === 'product') await hideProduct(saving, stored);
  if (!stored) return 'created';
  return changed ? 'updated' : 'unchanged';
}

async function variantBefore(
  saving: Saving,
  reference: string,
  stored: Stored | undefined,
): Promise<StoredVariant> {
  if (stored?.kind === 'variant') return stored;
  const row = { ...NEW_ROW, reference, reference_key: folded(reference) };
  return stored ? variantFromProduct(saving, stored, row) : storedVariant(row);
}

interface VariantSave {
  readonly change: RecordChange;
  readonly variant: StoredVariant;
  readonly place: Place;
}

/** True when anything changed. */
export async function writeVariant(
  saving: Saving,
  { change, variant, place }: VariantSave,
): Promise<boolean> {
  const { sql } = saving;
  const key = variant.row.variant_key;
  const offered = key === 0 ? undefined : (await readOffered(sql, [variant])).get(key);
  const extras = changedVariantExtras(variant.extras, change);
  const before = stateOf(variant, offered);
  const after = changedState(before, change);
  const parent = place.parentId === null ? undefined : await readParent(saving, place.parentId);
  const offering = parent && { variant, offered, parent, extras, before, after };
  const written = offering
    ? await offerRow(saving, offering)
    : await parkRow(saving, { variant, offered, extras: parkedExtras(extras, after), stock: after.stock });
  const parts = await partsOf(saving, variant, change);
  const row = {
    ...variant.row,
    ...parts,
    ...written.row,
    parent_id: place.parentId,
    parent_reference: place.waitsFor,
  };
  return (await writeRow(saving, variant, row)) || written.changed;
}

/** All that has no column in Thelia; a variant has hardly any there. */
function changedVariantExtras(before: TheliaExtras, change: RecordChange): TheliaExtras {
  const { netPrice: _, stock: __, active: ___, ...fields } = change.fields;
  const extras = changedTheliaExtras(before, change, fields);
  // Axes come all together or not at all.
  return change.axes && change.axes.length > 0 ? { ...extras, axes: change.axes } : extras;
}

async function readParent({ sql }: Saving, id: number): Promise<Parent | undefined> {
  const row = await sql
    .selectFrom('produit')
    .select(['id', 'rubrique', 'prix', 'tva'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, prix: decimalFromFloat(row.prix), tva: decimalFromFloat(row.tva) };
}

interface WrittenRow {
  readonly row: Partial<VariantRow>;
  readonly changed: boolean;
}

async function offerRow(saving: Saving, offering: Offering): Promise<WrittenRow> {
  const { before, after, offered, extras } = offering;
  // Where it is on sale, Thelia says whether it is active.
  const { active: _, ...fields } = extras.fields;
  const { value, changed, ...offer } = await offerVariant(saving, {
    ...offering,
    extras: { ...extras, fields },
  });
  const keeps = after.stock === undefined || (offered && after.stock === before.stock);
  return {
    changed,
    row: {
      value_id: value,
      extras: formatExtras(offer.extras),
      ...(!keeps && after.stock !== undefined && stockSide(after.stock)),
    },
  };
}

interface Parking {
  readonly variant: StoredVariant;
  readonly offered: Offered | undefined;
  readonly extras: TheliaExtras;
  readonly stock: string | undefined;
}

async function parkRow({ sql }: Saving, { variant, offered, extras, stock }: Parking): Promise<WrittenRow> {
  const changed = offered !== undefined && (await withdrawVariant(sql, variant));
  const kept = { stock: stock ?? null, stock_shown: null, value_id: null };
  return { changed, row: { ...kept, extras: formatExtras(extras) } };
}

async function partsOf(
  { sql, site, dropped }: Saving,
  { row }: StoredVariant,
  { categoryPath, image }: RecordChange,
): Promise<Partial<VariantRow>> {
  if (image !== undefined && row.image_sha256 !== null && row.image_sha256 !== image?.sha256)
    dropped.push(...shownFile(row));
  const category = categoryPath && { category_id: await categoryIdFromPath(sql, site, categoryPath) };
  return {
    ...category,
    ...(image !== undefined && { image_sha256: image?.sha256 ?? null, image_type: image?.type ?? null }),
  };
}

const shownFile = (row: VariantRow): readonly string[] => {
  const { image } = sideImage(row);
  return image ? [imageFile(image.sha256, image.type)] : [];
};

/** True when it differs from what is stored. */
async function writeRow(
  { sql, known }: Saving,
  { row: before }: StoredVariant,
  after: VariantRow,
): Promise<boolean> {
  const { variant_key: key, ...values } = after;
  const names = Object.keys(values) as readonly (keyof typeof values)[];
  if (key !== 0 && names.every((name) => values[name] === before[name])) return false;
  if (key !== 0)
    await sql.updateTable('passerelle_variant').set(values).where('variant_key', '=', key).execute();
  const { insertId } =
    key === 0
      ? await sql.insertInto('passerelle_variant').values(values).executeTakeFirstOrThrow()
      : { insertId: BigInt(key) };
  known.set(after.reference_key, storedVariant({ ...after, variant_key: Number(insertId) }));
  return true;
}
