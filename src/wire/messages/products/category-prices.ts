import type { CategoryPrice } from '../../../domain/product.ts';
import { childrenNamed, LEAVES, leaf, node, type Shape, shape, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { isBlank } from '../parts/blank.ts';
import { type CustomEntry, customEntries } from '../parts/custom-fields.ts';
import { readLabel, readNumber } from '../parts/field-table.ts';
import { elementFields } from '../parts/fields.ts';
import { type RecordReading, remark } from '../parts/record-reading.ts';
import { encodeText } from '../parts/text.ts';

/** `<CategoriesTarifs>`: Sage's prices by customer category, in the XML only (seed §7). */
export const CATEGORY_PRICES_SHAPE: Shape = shape({ categoriestarif: LEAVES });

/** Of a category that stands there twice, the last holds. */
export function readCategoryPrices(
  blocks: readonly XmlElement[],
  reading: RecordReading,
  custom: CustomEntry[],
): readonly CategoryPrice[] {
  const prices = new Map<string, CategoryPrice>();
  for (const entry of blocks.flatMap((block) => childrenNamed(block, 'categoriestarif'))) {
    const price = readCategoryPrice(entry, reading, custom);
    if (!price) continue;
    if (prices.has(price.category)) {
      remark(reading, 'duplicate_in_message', { field: entry.name, value: price.category });
    }
    prices.set(price.category, price);
  }
  return [...prices.values()];
}

function readCategoryPrice(
  entry: XmlElement,
  reading: RecordReading,
  custom: CustomEntry[],
): CategoryPrice | undefined {
  const fields = elementFields(entry);
  const name = fields.take('nom', 'name');
  const price = fields.take('prix', 'price');
  if (!name || isBlank(name.text)) {
    remark(reading, 'empty_ignored', { field: name?.name ?? 'Nom' });
    return undefined;
  }
  if (!price || isBlank(price.text)) {
    remark(reading, 'empty_ignored', { field: price?.name ?? 'Prix' });
    return undefined;
  }
  const category = readLabel(name, reading) ?? '';
  custom.push(...customEntries(fields.rest(), reading, `CategoriesTarifs/${category}/`));
  const netPrice = readNumber(price, reading);
  return netPrice === undefined ? undefined : { category, netPrice };
}

export const writeCategoryPrices = (prices: readonly CategoryPrice[], options: WireOptions): XmlElement =>
  node(
    'CategoriesTarifs',
    prices.map(({ category, netPrice }) =>
      node('CategoriesTarif', [leaf('Nom', encodeText(category, options)), leaf('Prix', netPrice)]),
    ),
  );
