import { fail } from '../domain/error.ts';
import { defined, filled } from '../domain/optional.ts';
import type { Decoded } from '../domain/problem.ts';
import {
  type Axis,
  type CategoryPrice,
  type Image,
  PRICE_LEVELS,
  PRODUCT_FIELDS,
  type Product,
  type ProductChange,
  type ProductField,
  TEXT_FIELDS,
} from '../domain/product.ts';
import { encodeBase64 } from '../parsing/base64.ts';
import { readImage } from '../parsing/image.ts';
import {
  decodeRecord,
  ignoreFields,
  type JsonObject,
  type RecordReader,
  readCustomFields,
  readDecimal,
  readFields,
  readList,
  readObject,
  readText,
  readTexts,
  refusal,
  refuseOthers,
  required,
} from './record-reader.ts';
import { sortedByKey } from './sorted.ts';

/** Fields that a product's line always has, `null` where nothing is known. */
const ALWAYS: readonly ProductField[] = ['name', 'netPrice', 'taxRate', 'stock', 'active', 'description'];
const OTHERS = Object.keys(PRODUCT_FIELDS).filter((field) => !ALWAYS.some((always) => always === field));

/** Whatever order the store has them in: two exports can be compared line by line. */
const inOrder = (fields: JsonObject): JsonObject => ({
  ...Object.fromEntries(ALWAYS.map((field) => [field, fields[field] ?? null])),
  ...Object.fromEntries(
    OTHERS.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
  ),
});

/** A product or variant as `export products` writes it; `bytes` are its image's, when files go along. */
export function formatProduct(product: Product, bytes?: Uint8Array): JsonObject {
  const { reference, kind, parent, fields, image } = product;
  return {
    reference,
    kind,
    parent: parent ?? null,
    ...inOrder(fields),
    ...defined({
      categoryPath: filled(product.categoryPath),
      axes: filled(product.axes),
      translations: filled(sortedByKey(product.translations)),
      priceLevels: filled(product.priceLevels),
      categoryPrices: filled(product.categoryPrices.toSorted(byCategory)),
      customFields: filled(sortedByKey(product.customFields)),
      image: image && (bytes ? { ...image, base64: encodeBase64(bytes) } : image),
    }),
  };
}

const byCategory = (a: CategoryPrice, b: CategoryPrice): number => (a.category < b.category ? -1 : 1);

export interface ProductRecord {
  readonly change: ProductChange;
  /** The record names an image without its bytes. */
  readonly imageLeftOut: boolean;
  /** The file that it is in, where the record names one. */
  readonly imageName?: string;
}

export const readProduct = (source: unknown): Decoded<ProductRecord> =>
  decodeRecord('product', source, productFromReader);

function productFromReader(reader: RecordReader): ProductRecord {
  const reference = required(reader, 'reference', readText).trim();
  reader.record = reference;
  ignoreFields(reader, 'id');
  const parent = readParent(reader);
  const image = readImageField(reader);
  const change: ProductChange = defined({
    reference,
    fields: readFields(reader, PRODUCT_FIELDS),
    parent,
    categoryPath: readTexts(reader, 'categoryPath'),
    axes: readList(reader, 'axes')?.map(readAxis),
    translations: readTranslations(reader),
    priceLevels: readPriceLevels(reader),
    categoryPrices: readList(reader, 'categoryPrices')?.map(readCategoryPrice),
    image: isLeftOut(image) ? undefined : image,
    // Last, since it takes what nobody else asked for.
    customFields: readCustomFields(reader),
  });
  if (!isLeftOut(image)) return { change, imageLeftOut: false };
  return defined({ change, imageLeftOut: true, imageName: image.leftOut });
}

function readParent(reader: RecordReader): string | undefined {
  const kind = readText(reader, 'kind');
  const parent = readText(reader, 'parent')?.trim() || undefined;
  if (kind === 'variant' && parent === undefined) throw refusal(reader, 'field_missing', { field: 'parent' });
  if (kind !== null && kind !== undefined && kind !== 'variant' && kind !== 'product')
    throw refusal(reader, 'not_in_list', { field: 'kind', value: kind, expected: 'product, variant' });
  if (kind === 'product' && parent !== undefined)
    throw refusal(reader, 'value_conflict', { field: 'kind', value: kind, expected: `parent ${parent}` });
  return parent;
}

function readAxis(reader: RecordReader): Axis {
  const axis = { name: required(reader, 'name', readText), value: required(reader, 'value', readText) };
  refuseOthers(reader);
  return axis;
}

function readTranslations(reader: RecordReader): ProductChange['translations'] {
  const languages = readObject(reader, 'translations');
  if (!languages) return undefined;
  const entries = Object.keys(languages.source).map((language) => {
    const texts = readObject(languages, language);
    if (!texts) throw refusal(languages, 'field_type', { field: language, value: 'null', expected: '{ … }' });
    const fields = readFields(texts, TEXT_FIELDS);
    refuseOthers(texts);
    return [language, fields] as const;
  });
  return Object.fromEntries(entries);
}

function readPriceLevels(reader: RecordReader): ProductChange['priceLevels'] {
  const levels = readObject(reader, 'priceLevels');
  if (!levels) return undefined;
  const entries = PRICE_LEVELS.map((level) => [level, readDecimal(levels, String(level))] as const);
  refuseOthers(levels);
  return Object.fromEntries(entries.filter(([, price]) => price !== undefined));
}

function readCategoryPrice(reader: RecordReader): CategoryPrice {
  const category = required(reader, 'category', readText);
  const netPrice = required(reader, 'netPrice', readDecimal);
  refuseOthers(reader);
  return { category, netPrice };
}

interface LeftOut {
  /** The name of the file that holds it. */
  readonly leftOut: string | undefined;
}

const isLeftOut = (image: Image | LeftOut | null | undefined): image is LeftOut =>
  typeof image === 'object' && image !== null && 'leftOut' in image;

function readImageField(reader: RecordReader): Image | LeftOut | null | undefined {
  const image = readObject(reader, 'image');
  if (!image) return image;
  ignoreFields(image, 'type', 'sha256');
  const base64 = readText(image, 'base64');
  const leftOut = readText(image, 'name') ?? undefined;
  refuseOthers(image);
  if (base64 === null || base64 === undefined) return { leftOut };
  const read = readImage(base64);
  if (!read)
    throw fail('not_an_image', { entity: 'product', record: reader.record ?? '', field: 'image.base64' });
  return read;
}
