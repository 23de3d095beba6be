import type { Changes } from '../../domain/changes.ts';
import { ZERO } from '../../domain/decimal.ts';
import type { Axis, CategoryPrice, Image, ProductChange, ProductFields } from '../../domain/product.ts';
import {
  type Cells,
  cellOf,
  PLAIN_FIELD_NAMES,
  ROW_FIELDS,
  type RowField,
  TEXT_FIELD_NAMES,
  type TextField,
} from './columns.ts';

/** The main language's key among the texts. */
export const MAIN_LANGUAGE = '';

/** What is stored of a product, as far as a change touches it; the rest is left empty. */
export interface StoredParts {
  readonly row: Cells<RowField>;
  /** The parent's reference; undefined of a plain product. */
  readonly parent: string | undefined;
  readonly texts: ReadonlyMap<string, Cells<TextField>>;
  readonly axes: readonly Axis[];
  readonly priceLevels: ReadonlyMap<string, string>;
  readonly categoryPrices: ReadonlyMap<string, string>;
  readonly customFields: ReadonlyMap<string, string>;
}

/** A change whose category and image have become what a row can name. */
export interface ResolvedChange extends Omit<ProductChange, 'categoryPath' | 'image' | 'variants'> {
  readonly categoryId?: number | null;
  readonly image?: { readonly type: Image['type']; readonly sha256: string } | null;
}

/** A keyed value to set, or with `null` to delete. */
export type ChangedEntry = readonly [key: string, value: string | null];

/** What must be written so that the stored product says what the change says; nothing else may be. */
export interface Difference {
  /** The whole row, when one of its cells changes. */
  readonly row?: Cells<RowField>;
  /** The parent to move to. */
  readonly parent?: string;
  /** Whole rows, by language. */
  readonly texts: readonly (readonly [language: string, row: Cells<TextField>])[];
  /** The whole new list. */
  readonly axes?: readonly Axis[];
  readonly priceLevels: readonly ChangedEntry[];
  readonly categoryPrices: readonly ChangedEntry[];
  readonly customFields: readonly ChangedEntry[];
}

const emptyCells = <Field extends string>(fields: readonly Field[]): Cells<Field> =>
  Object.fromEntries(fields.map((field) => [field, null])) as Cells<Field>;

export const NOTHING_STORED: StoredParts = {
  row: emptyCells(ROW_FIELDS),
  parent: undefined,
  texts: new Map(),
  axes: [],
  priceLevels: new Map(),
  categoryPrices: new Map(),
  customFields: new Map(),
};

export function differenceOf(stored: StoredParts, change: ResolvedChange): Difference {
  const row = changedCells(stored.row, rowChanges(stored, change), ROW_FIELDS);
  const { axes: said = [] } = change;
  // Axes come all together or not at all.
  const axes = said.length > 0 && differ(stored.axes, said) ? said : undefined;
  const moves = change.parent !== undefined && change.parent !== stored.parent;
  return {
    ...(row && { row }),
    ...(moves && change.parent !== undefined && { parent: change.parent }),
    ...(axes && { axes }),
    texts: changedTexts(stored.texts, change),
    priceLevels: changedEntries(stored.priceLevels, Object.entries(change.priceLevels ?? {})),
    categoryPrices: changedEntries(stored.categoryPrices, (change.categoryPrices ?? []).map(priceEntry)),
    customFields: changedEntries(stored.customFields, Object.entries(change.customFields ?? {})),
  };
}

export const isEmptyDifference = ({ row, parent, axes, ...lists }: Difference): boolean =>
  row === undefined &&
  parent === undefined &&
  axes === undefined &&
  Object.values(lists).every((list) => list.length === 0);

const priceEntry = ({ category, netPrice }: CategoryPrice): ChangedEntry => [category, netPrice];

function rowChanges(stored: StoredParts, change: ResolvedChange): Partial<Cells<RowField>> {
  const { fields, categoryId, image, parent = stored.parent } = change;
  const said = PLAIN_FIELD_NAMES.map((field) => [field, cellOf(fields[field])]);
  const changes: Partial<Cells<RowField>> = {
    ...Object.fromEntries(said.filter(([, value]) => value !== undefined)),
    ...(categoryId !== undefined && { categoryId }),
    ...(image !== undefined && { imageSha256: image?.sha256 ?? null, imageType: image?.type ?? null }),
  };
  // A variant's price 0 means that it has none of its own (docs/protocol.md, Fields).
  const { netPrice = stored.row.netPrice } = changes;
  return parent !== undefined && netPrice === ZERO ? { ...changes, netPrice: null } : changes;
}

/** The whole row after the change, or undefined when it stays as it is. */
function changedCells<Field extends string>(
  stored: Cells<Field>,
  changes: Partial<Cells<Field>>,
  fields: readonly Field[],
): Cells<Field> | undefined {
  const same = fields.every((field) => changes[field] === undefined || changes[field] === stored[field]);
  return same ? undefined : { ...stored, ...changes };
}

function changedTexts(stored: StoredParts['texts'], change: ResolvedChange): Difference['texts'] {
  return textChanges(change).flatMap(([language, changes]) => {
    const before = stored.get(language) ?? emptyCells(TEXT_FIELD_NAMES);
    const after = changedCells(before, changes, TEXT_FIELD_NAMES);
    return after ? [[language, after]] : [];
  });
}

/** What the change says of each language's texts; languages of which it says nothing are left out. */
export function textChanges({
  fields,
  translations = {},
}: Pick<ResolvedChange, 'fields' | 'translations'>): [string, Partial<Cells<TextField>>][] {
  const languages: [string, Changes<Pick<ProductFields, TextField>>][] = [
    [MAIN_LANGUAGE, fields],
    ...Object.entries(translations),
  ];
  return languages
    .map(([language, texts]): [string, Partial<Cells<TextField>>] => [language, saidTexts(texts)])
    .filter(([, texts]) => Object.keys(texts).length > 0);
}

function saidTexts(texts: Changes<Pick<ProductFields, TextField>>): Partial<Cells<TextField>> {
  const said = TEXT_FIELD_NAMES.map((field) => [field, texts[field]]);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

/** Of a key that is said twice, the last value counts. */
function changedEntries(
  stored: ReadonlyMap<string, string>,
  said: readonly (readonly [string, string | null | undefined])[],
): ChangedEntry[] {
  const changed: ChangedEntry[] = [];
  for (const [key, value] of new Map(said)) {
    if (value !== undefined && value !== (stored.get(key) ?? null)) changed.push([key, value]);
  }
  return changed;
}

const differ = (before: readonly Axis[], after: readonly Axis[]): boolean =>
  before.length !== after.length ||
  after.some(({ name, value }, index) => before[index]?.name !== name || before[index].value !== value);
