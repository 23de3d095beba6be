import type { Decimal } from '../../../domain/decimal.ts';
import { changedExtras, formatExtras, NO_EXTRAS, parseExtras } from '../../side/extras.ts';
import type { RecordChange } from '../../side/family.ts';
import type { PriceChanges } from '../../side/group-prices.ts';
import { type SideChanges, writeSide } from '../../side/side-rows.ts';
import { stockSide } from '../../side/stock.ts';
import { sideOf } from '../tables.ts';
import { categoryIdFromPath, linkCategory } from './categories.ts';
import { readAxes, writeAxes } from './characteristics.ts';
import { saysStock, sideFields } from './fields.ts';
import { writeImage } from './images.ts';
import { savePrices } from './price-changes.ts';
import type { Access } from './prices.ts';
import type { StoredProduct } from './rows.ts';
import type { Place, Saving } from './saving.ts';

/** A record whose own row is there, and where it stands. */
export interface Parts {
  /** As it is stored by now. */
  readonly target: StoredProduct;
  /** As it was stored before. */
  readonly stored: StoredProduct | undefined;
  readonly place: Place;
  readonly prices: PriceChanges<Access>;
}

/** What became of the parts of a record. */
export interface WrittenParts {
  readonly changed: boolean;
  /** The price for everybody, where one of the prices changed. */
  readonly price: Decimal | null | undefined;
}

/** Writes what does not stand in the product's own row, where it differs. */
export async function writeParts(saving: Saving, change: RecordChange, parts: Parts): Promise<WrittenParts> {
  const { target, place, prices } = parts;
  const { sql } = saving;
  const price = await savePrices(saving, parts.stored, { id: target.row.id, place, wanted: prices.wanted });
  const shaped = await saveAxes(saving, change, parts);
  const category = await saveCategory(saving, change, parts);
  const image = change.image === undefined ? undefined : await writeImage(sql, target, change.image);
  if (image?.dropped !== undefined) saving.dropped.push(image.dropped);
  const aside = await writeSide(
    sideOf(sql),
    { id: target.row.id, reference: target.reference, side: target.side },
    { ...sideChanges(change, parts), ...category.changes, ...image?.changes },
  );
  return { changed: [price !== undefined, shaped, category.moved, aside].includes(true), price };
}

function sideChanges(change: RecordChange, { target, place, prices }: Parts): SideChanges {
  const { fields, translations, customFields } = change;
  const before = target.side ? parseExtras(target.side.extras) : NO_EXTRAS;
  const after = changedExtras(before, {
    fields: sideFields(fields),
    categoryPrices: prices.waiting,
    ...(translations && { translations }),
    ...(customFields && { customFields }),
  });
  return {
    parent_reference: place.waitsFor,
    extras: formatExtras(after),
    ...(fields.stock && saysStock(target, fields) && stockSide(fields.stock)),
  };
}

async function saveAxes(
  { sql, reshaped }: Saving,
  { axes = [] }: RecordChange,
  { target: { row }, place }: Parts,
): Promise<boolean> {
  // Axes come all together or not at all.
  if (axes.length === 0 || place.kind !== 'variant') return false;
  const before = (await readAxes(sql, [row.id])).get(row.id) ?? [];
  const same = axes.every(
    ({ name, value }, index) => before[index]?.name === name && before[index].value === value,
  );
  if (same && before.length === axes.length) return false;
  await writeAxes(sql, row.id, axes);
  if (place.parentId !== 0) reshaped.add(place.parentId);
  return true;
}

async function saveCategory(
  { sql, site, now }: Saving,
  { categoryPath }: RecordChange,
  { target: { row, side }, stored, place }: Parts,
): Promise<{ readonly moved: boolean; readonly changes: SideChanges }> {
  const before = side?.category_id ?? null;
  const after = categoryPath ? await categoryIdFromPath(sql, categoryPath, { site, now }) : before;
  const isListed = place.kind === 'main' && (categoryPath !== undefined || !stored);
  const moved =
    isListed && (await linkCategory(sql, row.id, { before, after, defaultCategory: site.defaultCategory }));
  return { moved, changes: { category_id: after } };
}
