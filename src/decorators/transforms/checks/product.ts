import {
  IMAGE_TYPES,
  PLAIN_FIELDS,
  PRICE_LEVELS,
  PRODUCT_FIELDS,
  type ProductChange,
  TEXT_FIELDS,
  type VariantChange,
} from '../../../domain/product.ts';
import {
  bytes,
  type Check,
  changes,
  code,
  fieldChecks,
  list,
  map,
  nullable,
  oneOf,
  record,
  text,
} from './check.ts';

const { netPrice, stock, weight } = PLAIN_FIELDS;
const price = fieldChecks({ netPrice });

const axes = list(record({ required: { name: code, value: code } }));

const VARIANT = {
  reference: code,
  axes,
  fields: changes({ netPrice, stock, weight }),
} satisfies Record<keyof VariantChange, Check>;

const OPTIONAL = {
  categoryPath: list(code),
  translations: map(changes(TEXT_FIELDS)),
  priceLevels: record({
    optional: Object.fromEntries(PRICE_LEVELS.map((level) => [level, nullable(price.netPrice)])),
  }),
  categoryPrices: list(record({ required: { category: code, ...price } })),
  customFields: map(nullable(text)),
  image: nullable(record({ required: { type: oneOf(IMAGE_TYPES), bytes } })),
  variants: list(record({ required: VARIANT })),
  parent: code,
  axes,
} satisfies Record<Exclude<keyof ProductChange, 'reference' | 'fields'>, Check>;

export const productChange = record({
  required: { reference: code, fields: changes(PRODUCT_FIELDS) },
  optional: OPTIONAL,
});

export const listedProduct = record({ required: { id: code, reference: code } });
