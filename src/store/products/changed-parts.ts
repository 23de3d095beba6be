import { type FieldChange, fieldChange, type ShownValue } from '../../domain/effect.ts';
import { PLAIN_FIELDS } from '../../domain/product.ts';
import type { SqlValue } from '../database.ts';
import { type Cells, ROW_FIELDS, type RowField, TEXT_FIELD_NAMES } from './columns.ts';
import { type ChangedEntry, type Difference, MAIN_LANGUAGE, type StoredParts } from './difference.ts';

/** One part of a record that differs; `null`: no value. Booleans are 1 and 0, a category is its id. */
interface ChangedPart {
  /** Down to the key of what has keys: `stock`, `translations.de.name`, `priceLevels.2`. */
  readonly path: string;
  readonly before: PartValue;
  readonly after: PartValue;
}
type PartValue = SqlValue | StoredParts['axes'];

export const changedPaths = (parts: readonly ChangedPart[]): readonly string[] =>
  parts.map(({ path }) => path);

/** As an effect keeps them. */
export const fieldChanges = (parts: readonly ChangedPart[]): readonly FieldChange[] =>
  parts.map(({ path, before, after }) => fieldChange(path, shownPart(path, before), shownPart(path, after)));

export function changedParts(stored: StoredParts, difference: Difference): readonly ChangedPart[] {
  const { row, parent, texts, axes, priceLevels, categoryPrices, customFields } = difference;
  return [
    ...(row ? rowParts(stored.row, row) : []),
    ...(parent === undefined ? [] : [{ path: 'parent', before: stored.parent ?? null, after: parent }]),
    ...texts.flatMap(([language, after]) => textParts(language, stored.texts.get(language), after)),
    ...(axes ? [{ path: 'axes', before: stored.axes.length === 0 ? null : stored.axes, after: axes }] : []),
    ...entryParts('priceLevels', stored.priceLevels, priceLevels),
    ...entryParts('categoryPrices', stored.categoryPrices, categoryPrices),
    ...entryParts('customFields', stored.customFields, customFields),
  ];
}

/** The image's own digest tells which it is; its type differs alone where the same bytes came under another. */
function rowParts(before: Cells<RowField>, after: Cells<RowField>): readonly ChangedPart[] {
  const changed = changedCells(before, after, ROW_FIELDS);
  const isOtherImage = changed.some(({ path }) => path === 'imageSha256');
  return changed
    .filter(({ path }) => !(isOtherImage && path === 'imageType'))
    .map((part) => ({ ...part, path: ROW_PATHS[part.path] ?? part.path }));
}

const ROW_PATHS: Readonly<Record<string, string>> = {
  categoryId: 'categoryPath',
  imageSha256: 'image',
  imageType: 'image',
} satisfies Partial<Record<RowField, string>>;

const textParts = (
  language: string,
  before: StoredTexts | undefined,
  after: StoredTexts,
): readonly ChangedPart[] =>
  changedCells(before, after, TEXT_FIELD_NAMES).map((part) =>
    language === MAIN_LANGUAGE ? part : { ...part, path: `translations.${language}.${part.path}` },
  );
type StoredTexts = Cells<(typeof TEXT_FIELD_NAMES)[number]>;

const changedCells = <Field extends string>(
  before: Cells<Field> | undefined,
  after: Cells<Field>,
  fields: readonly Field[],
): readonly ChangedPart[] =>
  fields
    .map((path) => ({ path, before: before?.[path] ?? null, after: after[path] }))
    .filter((part) => part.before !== part.after);

const entryParts = (
  part: string,
  stored: ReadonlyMap<string, string>,
  entries: readonly ChangedEntry[],
): readonly ChangedPart[] =>
  entries.map(([key, after]) => ({ path: `${part}.${key}`, before: stored.get(key) ?? null, after }));

const BOOLEANS: ReadonlySet<string> = new Set(
  Object.entries(PLAIN_FIELDS).flatMap(([name, kind]) => (kind === 'boolean' ? [name] : [])),
);

function shownPart(path: string, value: PartValue): ShownValue | undefined {
  if (value === null || value instanceof Uint8Array) return undefined;
  if (BOOLEANS.has(path)) return value === 1;
  return typeof value === 'object' ? value.map(({ name, value }) => ({ name, value })) : value;
}
