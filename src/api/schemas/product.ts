import { z } from 'zod';
import { IMAGE_TYPES, PRICE_LEVELS, PRODUCT_FIELDS, TEXT_FIELDS } from '../../domain/product.ts';
import { fieldsShape } from './fields.ts';
import { named } from './named.ts';
import { decimal, moment } from './values.ts';

const DESCRIPTIONS: Readonly<Record<keyof typeof PRODUCT_FIELDS, string>> = {
  name: '',
  description: 'HTML, as the ERP wrote it.',
  shortDescription: 'HTML, as the ERP wrote it.',
  metaTitle: '',
  metaDescription: '',
  metaKeywords: '',
  netPrice: 'Excluding tax. A variant without one has its product’s.',
  taxRate: 'Percent.',
  ecotax: 'Excluding tax.',
  stock: 'May be negative or fractional.',
  weight: 'Kilograms.',
  width: 'Centimetres.',
  height: 'Centimetres.',
  depth: 'Centimetres.',
  ean13: '',
  upc: '',
  active: 'Whether it is to be shown.',
  available: 'Whether it can be ordered.',
};

export const product = named(
  'Product',
  z.object({
    id: z.string().describe('The shop’s own.'),
    reference: z.string().describe('The ERP’s article code.'),
    kind: z.enum(['product', 'variant']),
    parent: z
      .string()
      .exactOptional()
      .describe('Of a variant: its product’s reference, which may not have come yet.'),
    ...fieldsShape(PRODUCT_FIELDS, DESCRIPTIONS),
    category: z
      .object({
        id: z.string(),
        path: z.array(z.string()).describe('Names from the top down.'),
      })
      .exactOptional(),
    axes: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .describe('Of a variant: what it differs in from the others.'),
    priceLevels: z
      .partialRecord(z.enum(PRICE_LEVELS.map(String)), decimal)
      .describe(
        'Other sale prices of the ERP by their number, excluding tax; without the scope `read`, empty.',
      ),
    categoryPrices: z
      .array(z.object({ category: z.string(), netPrice: decimal }))
      .describe('Prices for customers of a price category, excluding tax; without the scope `read`, empty.'),
    customFields: z
      .record(z.string(), z.string())
      .describe('What the ERP says beside all this, by its names; without the scope `read`, empty.'),
    image: z
      .object({
        type: z.enum(IMAGE_TYPES),
        sha256: z.string(),
        path: z.string().describe('Where it is on this server; `?width=` makes it smaller.'),
      })
      .exactOptional(),
    translations: z
      .record(z.string(), z.object(fieldsShape(TEXT_FIELDS, DESCRIPTIONS)))
      .exactOptional()
      .describe('Texts by language. Only where `fields` asks for it: else `Accept-Language` chooses.'),
    createdAt: moment,
    updatedAt: moment,
  }),
);
