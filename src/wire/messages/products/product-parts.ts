import type { Decimal } from '../../../domain/decimal.ts';
import { filled } from '../../../domain/optional.ts';
import { type Image, PRICE_LEVELS, type PriceLevel } from '../../../domain/product.ts';
import { readImage } from '../../../parsing/image.ts';
import { leaf, type XmlElement } from '../../xml/element.ts';
import type { WireOptions, WireRequest } from '../codec.ts';
import { isBlank } from '../parts/blank.ts';
import { readLabel, readNumber } from '../parts/field-table.ts';
import type { Fields } from '../parts/fields.ts';
import { type RecordReading, remark } from '../parts/record-reading.ts';
import { fileNamed } from '../parts/request-files.ts';
import { encodeText } from '../parts/text.ts';

/**
 * `categories_name_0…n` is one path from the root: it ends at the first level that is empty or not there. An empty
 * first level leaves the stored path alone unless `categoryPath` is clearable.
 */
export function readCategoryPath(fields: Fields, reading: RecordReading): readonly string[] | undefined {
  const path: string[] = [];
  let ended = false;
  for (let level = 0; ; level++) {
    const field = fields.take(`categories_name_${level}`);
    if (!field) break;
    ended ||= isBlank(field.text);
    if (!ended) path.push(readLabel(field, reading) ?? '');
  }
  return path.length > 0 || (ended && reading.options.clearable.has('categoryPath')) ? path : undefined;
}

export const writeCategoryPath = (path: readonly string[], options: WireOptions): readonly XmlElement[] =>
  path.length === 0
    ? [leaf('categories_name_0', '')]
    : path.map((name, level) => leaf(`categories_name_${level}`, encodeText(name, options)));

type PriceLevels = Readonly<Partial<Record<PriceLevel, Decimal | null>>>;

/** `p_vente2` to `p_vente5`. */
export function readPriceLevels(fields: Fields, reading: RecordReading): PriceLevels | undefined {
  const levels: Partial<Record<PriceLevel, Decimal | null>> = {};
  for (const level of PRICE_LEVELS) {
    const field = fields.take(`p_vente${level}`);
    if (!field) continue;
    if (!isBlank(field.text)) {
      const price = readNumber(field, reading);
      if (price !== undefined) levels[level] = price;
    } else if (reading.options.clearable.has('priceLevels')) levels[level] = null;
    else remark(reading, 'empty_ignored', { field: field.name });
  }
  return filled(levels);
}

export const writePriceLevels = (levels: PriceLevels): readonly XmlElement[] =>
  PRICE_LEVELS.flatMap((level) => {
    const price = levels[level];
    return price === undefined ? [] : [leaf(`p_vente${level}`, price ?? '')];
  });

/**
 * A group is an id, never a rate: where the configuration does not say which rate it means, the rate stays as it is,
 * and the id is left to the custom fields.
 */
export function readTaxGroup(fields: Fields, reading: RecordReading): Decimal | undefined {
  const group = fields.peek('id_tax_rules_group');
  const said = fields.peek('tva');
  if (!group || isBlank(group.text) || (said && !isBlank(said.text))) return undefined;
  const taxRate = reading.options.taxGroups.get(group.text.trim());
  if (taxRate === undefined) {
    remark(reading, 'tax_group_unmapped', { field: group.name, value: group.text.trim() });
    return undefined;
  }
  fields.take('id_tax_rules_group');
  return taxRate;
}

/**
 * The image in whatever way it came: text of the XML, file part, POST variable. The first that is a picture counts;
 * what is none is refused for itself, and the product saved.
 */
export function readProductImage(
  request: WireRequest,
  fields: Fields,
  reading: RecordReading,
): Image | null | undefined {
  const text = fields.take('image');
  const sources = [text?.text, fileNamed(request, 'image')].filter((source) => source !== undefined);
  const given = sources.filter(
    (source) => source.length > 0 && !(typeof source === 'string' && isBlank(source)),
  );
  for (const source of given) {
    const image = readImage(source);
    if (image) return image;
  }
  if (given.length > 0) remark(reading, 'image_refused', { field: text?.name ?? 'image' });
  const isEmptied = given.length === 0 && sources.length > 0 && reading.options.clearable.has('image');
  return isEmptied ? null : undefined;
}
