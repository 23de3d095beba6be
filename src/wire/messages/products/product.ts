import { defined, filled } from '../../../domain/optional.ts';
import type { Decoded } from '../../../domain/problem.ts';
import type { ProductChange, ProductOperation } from '../../../domain/product.ts';
import { childrenNamed, LEAVES, leaf, node, type Shape, shape, type XmlElement } from '../../xml/element.ts';
import type { MessageCodec, WireOptions, WireRequest } from '../codec.ts';
import {
  type CustomEntry,
  customEntries,
  customFieldsFrom,
  customLeaf,
  isXmlName,
} from '../parts/custom-fields.ts';
import { readChanges, writeFields } from '../parts/field-table.ts';
import { requestFields } from '../parts/fields.ts';
import { concluded, type RecordReading, startReading } from '../parts/record-reading.ts';
import { requiredCode } from '../parts/required.ts';
import { decodeDone, encodeDone } from '../replies/done.ts';
import { CATEGORY_PRICES_SHAPE, readCategoryPrices, writeCategoryPrices } from './category-prices.ts';
import { GAMMES_SHAPE, readGammes, writeGammes } from './gammes.ts';
import {
  readCategoryPath,
  readPriceLevels,
  readProductImage,
  readTaxGroup,
  writeCategoryPath,
  writePriceLevels,
} from './product-parts.ts';
import { PRODUCT_TABLE } from './product-table.ts';
import { readTranslations, TRANSLATIONS_SHAPE, writeTranslations } from './translations.ts';

const STRUCTURES = {
  gammes: GAMMES_SHAPE,
  gamme: GAMMES_SHAPE,
  categoriestarifs: CATEGORY_PRICES_SHAPE,
  traductions: TRANSLATIONS_SHAPE,
};

/** Whatever the root is called, it holds the product's fields. */
const PRODUCT_REQUEST: Shape = shape({}, { others: shape(STRUCTURES) });

/** The four messages that write one product or variant differ in their name and, options, in a parent (seed §7 to §9). */
function createProductCodec(
  resource: ProductOperation,
  entity: 'product' | 'variant',
): MessageCodec<ProductChange, undefined> {
  return {
    resource,
    requestShape: PRODUCT_REQUEST,
    replyShape: LEAVES,
    encodeRequest: encodeProduct,
    decodeRequest: (request, options) => decodeProduct(request, startReading(entity, options)),
    encodeReply: (_, options) => encodeDone(resource, options),
    decodeReply: decodeDone,
  };
}

export const addProductCodec = createProductCodec('add_product', 'product');
export const updateProductCodec = createProductCodec('update_product', 'product');
export const addOptionCodec = createProductCodec('add_option', 'variant');
export const updateOptionCodec = createProductCodec('update_option', 'variant');

function decodeProduct(request: WireRequest, reading: RecordReading): Decoded<ProductChange> {
  const fields = requestFields(request, Object.keys(STRUCTURES));
  const reference = requiredCode(fields, ['reference'], reading);
  reading.record = reference;
  const blocks = (name: keyof typeof STRUCTURES): readonly XmlElement[] =>
    request.document ? childrenNamed(request.document, name) : [];

  const parent = reading.entity === 'variant' ? fields.take('product_reference')?.text.trim() : undefined;
  const taxOfGroup = readTaxGroup(fields, reading);
  const nested: CustomEntry[] = [];
  const translations = readTranslations(blocks('traductions'), reading, nested);
  const variants = readGammes([...blocks('gammes'), ...blocks('gamme')], reading, nested);
  const categoryPrices = readCategoryPrices(blocks('categoriestarifs'), reading, nested);
  const change = {
    reference,
    fields: { ...readChanges(PRODUCT_TABLE, fields, reading), ...defined({ taxRate: taxOfGroup }) },
    categoryPath: readCategoryPath(fields, reading),
    priceLevels: readPriceLevels(fields, reading),
    image: readProductImage(request, fields, reading),
    translations,
    categoryPrices: filled(categoryPrices),
    variants: filled(variants),
    parent: filled(parent),
    customFields: customFieldsFrom([...customEntries(fields.rest(), reading), ...nested]),
  };
  return concluded(reading, defined(change));
}

/** Plain fields go both ways, as POST variables and in the XML; what has a structure in the XML alone (seed §3). */
function encodeProduct(change: ProductChange, options: WireOptions): WireRequest {
  const { categoryPath, priceLevels, translations, categoryPrices, variants, image } = change;
  const custom = Object.entries(change.customFields ?? {});
  const plain = [
    leaf('reference', change.reference),
    ...(change.parent === undefined ? [] : [leaf('product_reference', change.parent)]),
    ...writeFields(PRODUCT_TABLE, change.fields, options),
    ...(priceLevels ? writePriceLevels(priceLevels) : []),
    ...(categoryPath ? writeCategoryPath(categoryPath, options) : []),
    ...(image === null ? [leaf('image', '')] : []),
    ...custom.map(([name, value]) => customLeaf(name, value, options)),
  ];
  const structures = [
    ...(translations ? [writeTranslations(translations, options)] : []),
    ...(categoryPrices ? [writeCategoryPrices(categoryPrices, options)] : []),
    ...(variants ? [writeGammes(variants, options)] : []),
  ];
  return {
    variables: new Map(plain.map(({ name, text }) => [name, text])),
    document: node('connecteur', [...plain.filter(({ name }) => isXmlName(name)), ...structures]),
    files: new Map(image ? [['image', image.bytes]] : []),
  };
}
