import { ZERO } from '../../../domain/decimal.ts';
import { shownStock } from '../../side/stock.ts';
import type { TheliaSql } from '../tables.ts';
import { type Choice, choiceOf, choiceValue, type Value } from './declinations.ts';
import type { TheliaExtras } from './extras.ts';
import { deleteStock, type Offered, readStock, type StockColumns, writeStock } from './offered.ts';
import { bindDeclination, hideNewValue, hideOtherValues, setOffered } from './offers.ts';
import type { ProductRow, StoredVariant } from './rows.ts';
import type { Saving } from './saving.ts';
import { type WrittenPrice, writtenPrice } from './variant-price.ts';
import type { VariantState } from './variant-state.ts';

export type Parent = Pick<ProductRow, 'id' | 'rubrique' | 'prix' | 'tva'>;

/** A variant on its way into a product of Thelia's. */
export interface Offering {
  readonly variant: StoredVariant;
  /** What Thelia holds of it so far. */
  readonly offered: Offered | undefined;
  readonly parent: Parent;
  /** Once the change is applied. */
  readonly extras: TheliaExtras;
  readonly before: VariantState;
  readonly after: VariantState;
}

export interface WrittenOffer {
  readonly value: number;
  readonly extras: TheliaExtras;
  readonly changed: boolean;
}

/** Puts a variant on sale as a value of its product, or writes what differs there. */
export async function offerVariant(saving: Saving, offering: Offering): Promise<WrittenOffer> {
  const { sql } = saving;
  const { variant, parent, offered, before, after } = offering;
  const stands = offered && variant.row.parent_id === parent.id && keepsChoice(offering);
  const value = stands ? undefined : await findValue(saving, offering);
  const place = { product: parent.id, value: value?.id ?? variant.row.value_id ?? 0 };
  const isSame =
    offered !== undefined && variant.row.parent_id === parent.id && variant.row.value_id === place.value;
  if (!isSame) await withdrawVariant(sql, variant);
  const stored = isSame && offered ? offered : await readStock(sql, place);
  const price = priceOf(offering, { isSame, stored });
  const columns = { surplus: price.surplus, stock: stockOf(offering, { isSame, stored }) };
  const differs = columns.stock !== stored?.stock || columns.surplus !== stored.surplus;
  if (differs) await writeStock(sql, place, columns);
  if (value) await showValue(sql, { ...value, id: place.value }, parent);
  const isShown = isSame && after.active === before.active;
  const moved = !isShown && (await setOffered(sql, { ...place, offered: after.active }));
  return { value: place.value, extras: price.extras, changed: differs || moved || !isSame };
}

const choiceIn = ({ reference }: StoredVariant, { axes, fields }: TheliaExtras): Choice =>
  choiceOf(axes, fields.name ?? reference);

function keepsChoice({ variant, extras }: Offering): boolean {
  const [before, after] = [choiceIn(variant, variant.extras), choiceIn(variant, extras)];
  return before.name === after.name && before.value === after.value;
}

type FoundValue = Value & { readonly isNew: boolean };

/** Two variants of one product that say the same are told apart by their references. */
async function findValue({ sql, site }: Saving, { variant, parent, extras }: Offering): Promise<FoundValue> {
  const language = site.languages.main;
  const choice = choiceIn(variant, extras);
  const value = await choiceValue(sql, choice, language);
  const other = await sql
    .selectFrom('passerelle_variant')
    .select('variant_key')
    .where('parent_id', '=', parent.id)
    .where('value_id', '=', value.id)
    .where('variant_key', '!=', variant.row.variant_key)
    .executeTakeFirst();
  if (!other) return value;
  if (value.isNew) await hideNewValue(sql, value);
  return choiceValue(sql, { ...choice, value: `${choice.value} (${variant.reference})` }, language);
}

interface Standing {
  /** It stands there already. */
  readonly isSame: boolean;
  /** What stands there, whoever put it there. */
  readonly stored: StockColumns | undefined;
}

/** The price that nothing is said of stays as it is, also one that a person gave the value. */
function priceOf(
  { variant, extras, before, after, parent }: Offering,
  { isSame, stored }: Standing,
): WrittenPrice {
  const surplus = stored?.surplus ?? ZERO;
  if (after.price === undefined && before.price === undefined)
    return { surplus, extras: { ...extras, numbers: {} } };
  const isTaxed = extras.fields.taxRate !== variant.extras.fields.taxRate;
  if (isSame && after.price === before.price && !isTaxed) return { surplus, extras };
  return writtenPrice(extras, after.price, parent);
}

function stockOf({ before, after }: Offering, { isSame, stored }: Standing): number {
  if (after.stock === undefined || (isSame && after.stock === before.stock)) return stored?.stock ?? 0;
  return shownStock(after.stock);
}

/** The rubrique has the declination, and no other product gains a choice by that. */
async function showValue(sql: TheliaSql, value: FoundValue, { id, rubrique }: Parent): Promise<void> {
  if (value.isNew) await hideNewValue(sql, value);
  await bindDeclination(sql, rubrique, value.declination);
  await hideOtherValues(sql, id, value.declination);
}

/** Takes a variant off sale where it was; true when it was on sale. */
export async function withdrawVariant(sql: TheliaSql, { row }: StoredVariant): Promise<boolean> {
  if (row.parent_id === null || row.value_id === null) return false;
  const place = { product: row.parent_id, value: row.value_id };
  await deleteStock(sql, place);
  await setOffered(sql, { ...place, offered: false });
  return true;
}
