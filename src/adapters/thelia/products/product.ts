import type { Outcome } from '../../../domain/changes.ts';
import { fail } from '../../../domain/error.ts';
import type { ProductChange } from '../../../domain/product.ts';
import { formatExtras } from '../../side/extras.ts';
import type { RecordChange } from '../../side/family.ts';
import { folded } from '../../side/references.ts';
import { type SideChanges, writeSide } from '../../side/side-rows.ts';
import { stockSide } from '../../side/stock.ts';
import { keepsCents } from '../floats.ts';
import { sideOf } from '../tables.ts';
import { moveAddresses, rewriteProduct } from './addresses.ts';
import { categoryIdFromPath, defaultCategoryId, nextPlace } from './categories.ts';
import { theliaExtras } from './extras.ts';
import { changedTheliaExtras } from './extras-change.ts';
import { adoptWaiting, followParent, repriceVariants } from './family.ts';
import { plainChanges, saysStock, sideFields, type TextColumns } from './fields.ts';
import { writeImage } from './images.ts';
import {
  type ChangedNumbers,
  changedNumbers,
  gross,
  NO_NUMBERS,
  type NumberColumns,
  numbersOf,
} from './numbers.ts';
import { hideForNewcomer } from './offers.ts';
import type { ProductRow, StoredProduct } from './rows.ts';
import type { Saving } from './saving.ts';
import { insertTexts, textChanges, updateTexts, writeTranslations } from './texts.ts';

/** A product of which nothing is stored, with what Thelia's columns hold by themselves. */
const newProduct = (reference: string): StoredProduct => ({
  kind: 'product',
  reference,
  row: {
    ...NO_NUMBERS,
    ...{ id: 0, reference, rubrique: 0, stock: 0, titre: null, chapo: null, description: null },
    // What the ERP adds is to be seen.
    ligne: 1,
  },
  side: undefined,
  extras: theliaExtras(undefined),
});

/** What a change makes of a product's own columns. */
interface Changed {
  readonly numbers: ChangedNumbers;
  readonly columns: Partial<NumberColumns & Pick<ProductRow, 'stock' | 'ligne' | 'rubrique'>>;
  readonly texts: Partial<TextColumns>;
  /** The rubrique that the ERP put it in. */
  readonly category: number | null;
}

/** Writes one product, and only what differs. */
export async function saveProductRecord(
  saving: Saving,
  change: RecordChange,
  stored: StoredProduct | undefined,
): Promise<Outcome> {
  const target = stored ?? newProduct(change.reference);
  const changed = await changedProduct(saving, change, target);
  if (stored) return updateProduct(saving, change, { target, changed });
  const added = await insertProduct(saving, target, changed);
  saving.known.set(folded(change.reference), added);
  await writeParts(saving, change, { target: added, changed });
  await adoptWaiting(saving, added);
  return 'created';
}

async function changedProduct(
  { sql, site }: Saving,
  { reference, fields, categoryPath }: RecordChange,
  target: StoredProduct,
): Promise<Changed> {
  const { row, side, extras } = target;
  const numbers = changedNumbers({ columns: row, memory: extras.numbers }, fields);
  requireCents(reference, row, numbers);
  const category =
    categoryPath === undefined
      ? (side?.category_id ?? null)
      : await categoryIdFromPath(sql, site, categoryPath);
  const isPlaced = categoryPath === undefined && row.rubrique !== 0;
  const rubrique = isPlaced ? row.rubrique : (category ?? (await defaultCategoryId(sql, site)));
  return {
    numbers,
    columns: {
      ...plainChanges(target, fields),
      ...differing(row, numbers.columns),
      ...(rubrique !== row.rubrique && { rubrique }),
    },
    texts: textChanges(row, fields),
    category,
  };
}

const differing = (before: NumberColumns, after: NumberColumns): Partial<NumberColumns> =>
  Object.fromEntries(
    (['prix', 'ecotaxe', 'tva', 'poids'] as const)
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, after[name]]),
  );

/** Rejects with `value_unfit` a price that Thelia would show with other cents. */
function requireCents(reference: string, before: NumberColumns, { columns, memory }: ChangedNumbers): void {
  if (columns.prix === before.prix) return;
  const { netPrice, taxRate } = numbersOf(columns, memory);
  const price = netPrice && gross(netPrice, taxRate ?? columns.tva);
  if (price !== undefined && !keepsCents(price))
    throw fail('value_unfit', { entity: 'product', record: reference, field: 'prix', value: price });
}

async function insertProduct(
  { sql, site, now }: Saving,
  { row, reference }: StoredProduct,
  { columns, numbers, texts }: Changed,
): Promise<StoredProduct> {
  const lang = site.languages.main;
  const rubrique = columns.rubrique ?? row.rubrique;
  const { insertId } = await sql
    .insertInto('produit')
    .values({
      ...{ ref: reference, datemodif: now, rubrique, classement: await nextPlace(sql, rubrique) },
      ...{ stock: columns.stock ?? row.stock, ligne: columns.ligne ?? row.ligne },
      ...floatsOf(numbers.columns),
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  const name = texts.titre || reference;
  await insertTexts(sql, { product: id, lang }, { ...texts, titre: name });
  if (site.rewrites) await rewriteProduct(sql, { id, name, lang, category: rubrique });
  // The id may have been another product's, which was deleted.
  await sql.deleteFrom('passerelle_product').where('product_id', '=', id).execute();
  await hideForNewcomer(sql, { product: id, category: rubrique });
  const written = { ...row, ...numbers.columns, id, rubrique };
  return { kind: 'product', reference, row: written, side: undefined, extras: theliaExtras(undefined) };
}

/** The server turns the text of a number into the nearest `float`, which is what `asFloat` gave. */
const floatsOf = <Columns extends Partial<NumberColumns>>(columns: Columns): Record<keyof Columns, number> =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, Number(value)])) as Record<
    keyof Columns,
    number
  >;

interface Parts {
  readonly target: StoredProduct;
  readonly changed: Changed;
}

async function updateProduct(
  saving: Saving,
  change: RecordChange,
  { target, changed }: Parts,
): Promise<Outcome> {
  const { sql, site, now } = saving;
  const { row } = target;
  const { columns, texts, numbers } = changed;
  const parts = await writeParts(saving, change, { target, changed });
  const place = { product: row.id, lang: site.languages.main };
  if (Object.keys(texts).length > 0)
    await (row.titre === null
      ? insertTexts(sql, place, { titre: target.reference, ...texts })
      : updateTexts(sql, place, texts));
  if (!parts && Object.keys({ ...columns, ...texts }).length === 0) return 'unchanged';
  const { rubrique = row.rubrique, stock = row.stock, ligne = row.ligne } = columns;
  const moved = rubrique !== row.rubrique;
  await sql
    .updateTable('produit')
    .set({
      ...{ datemodif: now, stock, ligne },
      ...floatsOf(differing(row, numbers.columns)),
      ...(moved && { rubrique, classement: await nextPlace(sql, rubrique) }),
    })
    .where('id', '=', row.id)
    .execute();
  const after = { ...target, row: { ...row, ...numbers.columns, rubrique, stock, ligne } };
  saving.known.set(folded(change.reference), after);
  if (moved) await moveProduct(saving, { product: row.id, from: row.rubrique, to: rubrique });
  await repriceVariants(saving, { product: row.id, before: row, after: numbers.columns });
  return 'updated';
}

async function moveProduct(
  { sql }: Saving,
  { product, from, to }: { readonly product: number; readonly from: number; readonly to: number },
): Promise<void> {
  await moveAddresses(sql, product, { from, to });
  await hideForNewcomer(sql, { product, category: to });
  await followParent(sql, product, to);
}

/** What does not stand in the product's own row and texts; true when any of it changed. */
async function writeParts(
  saving: Saving,
  change: RecordChange,
  { target, changed }: Parts,
): Promise<boolean> {
  const { sql, site } = saving;
  const { row, reference, side } = target;
  const extras = {
    ...changedTheliaExtras(target.extras, change, sideFields(change.fields)),
    numbers: changed.numbers.memory,
  };
  const said: ProductChange['translations'] = change.translations;
  const translated =
    said !== undefined &&
    (await writeTranslations(sql, site.languages, { product: row.id, said, all: extras.translations }));
  const image = change.image === undefined ? undefined : await writeImage(sql, target, change.image);
  if (image?.dropped !== undefined) saving.dropped.push(image.dropped);
  const changes: SideChanges = {
    extras: formatExtras(extras),
    category_id: changed.category,
    ...(change.fields.stock && saysStock(target, change.fields) && stockSide(change.fields.stock)),
    ...image?.changes,
  };
  const aside = await writeSide(sideOf(sql), { id: row.id, reference, side }, changes);
  return [translated, aside, image !== undefined && Object.keys(image.changes).length > 0].includes(true);
}
