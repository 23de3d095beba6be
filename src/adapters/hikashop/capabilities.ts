import { PRODUCT_FIELDS, type ProductField } from '../../domain/product.ts';
import { ALL_CAPABILITIES, type Capabilities } from '../../shop/capabilities.ts';
import type { Site } from './site/site.ts';

/** Columns that always hold something. */
const NEVER_EMPTY: readonly ProductField[] = [
  'name',
  'stock',
  'weight',
  'width',
  'height',
  'depth',
  'active',
];

/** Of `varchar` and, where every character takes the most bytes, of `text`. */
const LONGEST: Capabilities['longest'] = {
  ...{ name: 255, metaTitle: 255, metaDescription: 16_383, metaKeywords: 16_383 },
  ...{ reference: 255, category: 255, axis: 255 },
};

/** What HikaShop's tables and our side tables hold together. */
export const hikashopCapabilities = ({ levels, imageFolder }: Site): Capabilities => ({
  ...ALL_CAPABILITIES,
  emptyFields: (Object.keys(PRODUCT_FIELDS) as ProductField[]).filter((name) => !NEVER_EMPTY.includes(name)),
  digits: {
    money: { precision: 17, scale: 5 },
    // Light things are weighed in grams.
    weight: { precision: 12, scale: 6 },
    measures: { precision: 12, scale: 3 },
  },
  longest: LONGEST,
  references: 'caseless',
  priceLevels: [...levels.keys()],
  images: imageFolder !== undefined,
  orderFields: [
    ...(['currency', 'erpCode', 'vatNumber', 'axis1', 'axis2'] as const),
    ...(['company', 'address2', 'phone', 'mobile'] as const),
  ],
});
