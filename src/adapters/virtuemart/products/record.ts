import type { Outcome } from '../../../domain/changes.ts';
import type { Axis } from '../../../domain/product.ts';
import { changedExtras, formatExtras, NO_EXTRAS, parseExtras } from '../../side/extras.ts';
import type { RecordChange } from '../../side/family.ts';
import { type PriceChanges, priceChanges } from '../../side/group-prices.ts';
import { folded } from '../../side/references.ts';
import { type SideChanges, writeSide } from '../../side/side-rows.ts';
import { stockSide } from '../../side/stock.ts';
import { sideOf } from '../tables.ts';
import { categoryIdFromPath, linkCategory, unlinkCategories } from './categories.ts';
import { readAxes } from './characteristics.ts';
import { adoptWaiting, axesAfter } from './family.ts';
import { type RowChanges, rowChanges, saysStock, sideFields } from './fields.ts';
import { writeImage } from './images.ts';
import { placeOf } from './place.ts';
import { savePrices } from './price-changes.ts';
import { byGroup, type Group, type PriceRow, priceGroups, readPrices } from './prices.ts';
import { kindOf, type ProductRow, type StoredProduct } from './rows.ts';
import { type Place, reshape, type Saving } from './saving.ts';
import { keptAside, type TaxChange, taxChange } from './tax.ts';
import { type TextChanges, textChanges, writeTexts } from './texts.ts';
import { dividedTranslations, writeTranslations } from './translations.ts';

/** A product or variant of whom nothing is stored, with what VirtueMart's columns hold by themselves. */
const newProduct = (reference: string): StoredProduct => ({
  row: { ...NEW_ROW, reference },
  reference,
  side: undefined,
});

const NEW_ROW: Omit<ProductRow, 'reference'> = {
  id: 0,
  product_parent_id: 0,
  product_gtin: null,
  product_in_stock: 0,
  // What the ERP adds is to be seen.
  published: 1,
  product_weight: null,
  product_weight_uom: null,
  product_length: null,
  product_width: null,
  product_height: null,
  product_lwh_uom: null,
  slug: null,
  product_name: null,
  product_desc: null,
  product_s_desc: null,
  customtitle: null,
  metadesc: null,
  metakey: null,
};

/** What a change comes to, once everything that could refuse it was asked. */
interface Plan {
  /** As it was stored before. */
  readonly stored: StoredProduct | undefined;
  readonly place: Place;
  /** As they were stored before. */
  readonly prices: ReadonlyMap<number, PriceRow>;
  readonly priceChanges: PriceChanges<Group>;
  readonly tax: TaxChange;
  readonly columns: RowChanges;
  readonly texts: TextChanges;
}

/** Writes one product or variant, and only what differs. */
export async function saveRecord(saving: Saving, change: RecordChange): Promise<Outcome> {
  const stored = saving.known.get(folded(change.reference));
  const plan = await planOf(saving, change, stored);
  if (stored) return updateRecord(saving, change, { ...plan, stored });
  const added = await insertRecord(saving, change, plan);
  saving.known.set(folded(change.reference), added);
  saving.revalued.add(folded(change.reference));
  await writeParts(saving, change, { ...plan, target: added });
  if (plan.place.kind === 'product') await adoptWaiting(saving, added);
  return 'created';
}

async function planOf(
  saving: Saving,
  change: RecordChange,
  stored: StoredProduct | undefined,
): Promise<Plan> {
  const { sql, site } = saving;
  const place = await placeOf(saving, change, stored);
  const id = stored?.row.id ?? 0;
  const prices = byGroup(stored ? await readPrices(sql, site.currency, [id]) : [], id);
  const target = stored ?? newProduct(change.reference);
  const { product_parent_id } = target.row;
  return {
    stored,
    place,
    prices,
    priceChanges: await priceChanges(priceGroups(saving.sql, saving.site), change, saving.warnings),
    tax: await taxChange(saving, change, { stored, place, prices }),
    columns: {
      ...rowChanges(target, change.fields),
      ...(place.parentId !== product_parent_id && { product_parent_id: place.parentId }),
    },
    texts: textChanges(target.row, change.fields),
  };
}

async function insertRecord(
  { sql, site, now }: Saving,
  { reference }: RecordChange,
  { place, columns, texts }: Plan,
): Promise<StoredProduct> {
  const { insertId } = await sql
    .insertInto('virtuemart_products')
    .values({
      ...{ virtuemart_vendor_id: site.vendor, product_sku: reference, published: NEW_ROW.published },
      ...{ created_on: now, modified_on: now },
      ...columns,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  // The id may have been another product's, which was deleted.
  await sql.deleteFrom('passerelle_product').where('product_id', '=', id).execute();
  // A variant has its parent's name until it has one of its own.
  const named =
    place.kind === 'product' && !texts.product_name ? { ...texts, product_name: reference } : texts;
  const table = 'virtuemart_products_lang';
  await writeTexts(sql, { table, product: id, reference, slug: null }, named);
  const row = { ...newProduct(reference).row, id, product_parent_id: place.parentId, slug: '-' };
  return { row, reference, side: undefined };
}

async function updateRecord(
  saving: Saving,
  change: RecordChange,
  plan: Plan & { readonly stored: StoredProduct },
): Promise<Outcome> {
  const { stored, place, columns, texts } = plan;
  const { row, reference } = stored;
  const parts = await writeParts(saving, change, { ...plan, target: stored });
  const speaks = Object.keys(texts).length > 0;
  if (!parts && !speaks && Object.keys(columns).length === 0) return 'unchanged';
  await saving.sql
    .updateTable('virtuemart_products')
    .set({ ...columns, modified_on: saving.now })
    .where('virtuemart_product_id', '=', row.id)
    .execute();
  if (speaks)
    await writeTexts(
      saving.sql,
      { table: 'virtuemart_products_lang', product: row.id, reference, slug: row.slug },
      texts,
    );
  if (place.kind === 'variant' && kindOf(stored) === 'product') await unlinkCategories(saving.sql, row.id);
  if (columns.product_parent_id !== undefined) noteMove(saving, stored, place);
  saving.known.set(folded(reference), { ...stored, row: { ...row, product_parent_id: place.parentId } });
  return 'updated';
}

function noteMove(saving: Saving, { row, reference }: StoredProduct, { parentId }: Place): void {
  saving.revalued.add(folded(reference));
  for (const parent of [row.product_parent_id, parentId]) if (parent !== 0) reshape(saving, parent);
}

interface Parts extends Plan {
  /** As it is stored by now. */
  readonly target: StoredProduct;
}

/** What does not stand in the product's own row and its texts; true when any of it changed. */
async function writeParts(saving: Saving, change: RecordChange, parts: Parts): Promise<boolean> {
  const { target, stored, place, prices, tax } = parts;
  const { sql, site, now } = saving;
  const { id } = target.row;
  const { wanted } = parts.priceChanges;
  const repriced = await savePrices(saving, { id, stored, place, prices, wanted, tax });
  const axes = await saveAxes(saving, change, parts);
  const category = await saveCategory(saving, change, parts);
  const { own, foreign } = dividedTranslations(site.languages, change.translations);
  const translated = await writeTranslations(sql, { id, reference: target.reference }, own);
  const image =
    change.image === undefined
      ? undefined
      : await writeImage(sql, target, { image: change.image, site, now });
  if (image?.dropped !== undefined) saving.dropped.push(image.dropped);
  const aside = await writeSide(
    sideOf(sql),
    { id, reference: target.reference, side: target.side },
    {
      ...sideChanges({ ...change, translations: foreign }, parts, {
        rate: keptAside(tax, place.kind, repriced.isPriced),
        axes: axes.aside,
      }),
      ...category.changes,
      ...image?.changes,
    },
  );
  return [repriced.changed, axes.changed, category.moved, translated, aside].includes(true);
}

function sideChanges(
  { fields, translations, customFields }: RecordChange,
  { target, place, priceChanges: { waiting } }: Parts,
  { rate, axes }: { readonly rate: TaxChange['kept']; readonly axes: readonly Axis[] },
): SideChanges {
  const before = target.side ? parseExtras(target.side.extras) : NO_EXTRAS;
  const after = changedExtras(before, {
    fields: { ...sideFields(fields), taxRate: rate },
    categoryPrices: waiting,
    axes,
    ...(translations && { translations }),
    ...(customFields && { customFields }),
  });
  return {
    parent_reference: place.waitsFor,
    extras: formatExtras(after),
    ...(fields.stock && saysStock(target, fields) && stockSide(fields.stock)),
  };
}

/** `aside`: what our side keeps, of a variant that waits for its parent. */
async function saveAxes(
  saving: Saving,
  { axes: said }: RecordChange,
  { target, stored, place }: Parts,
): Promise<{ readonly changed: boolean; readonly aside: readonly Axis[] }> {
  if (place.kind !== 'variant') return { changed: false, aside: [] };
  const { id } = target.row;
  const before = (stored && (await readAxes(saving.sql, [stored])).get(id)) ?? [];
  const { axes, changed } = axesAfter(before, said);
  if (place.parentId === 0) return { changed, aside: axes };
  const moved = place.parentId !== stored?.row.product_parent_id;
  if (axes.length > 0 && (changed || moved)) reshape(saving, place.parentId, [id, axes]);
  return { changed, aside: [] };
}

async function saveCategory(
  { sql, site, now }: Saving,
  { categoryPath }: RecordChange,
  { target: { row, side }, stored, place }: Parts,
): Promise<{ readonly moved: boolean; readonly changes: SideChanges }> {
  const before = side?.category_id ?? null;
  const after = categoryPath ? await categoryIdFromPath(sql, categoryPath, { site, now }) : before;
  const isListed = place.kind === 'product' && (categoryPath !== undefined || !stored);
  const moved =
    isListed && (await linkCategory(sql, row.id, { before, after, defaultCategory: site.defaultCategory }));
  return { moved, changes: { category_id: after } };
}
