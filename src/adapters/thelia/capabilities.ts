import { PRODUCT_FIELDS, type ProductField } from '../../domain/product.ts';
import { ALL_CAPABILITIES, type Capabilities } from '../../shop/capabilities.ts';
import type { Site } from './site/site.ts';

/** Columns that always hold something. */
const NEVER_EMPTY: readonly ProductField[] = ['name', 'stock', 'active'];

/** What Thelia's tables and our side tables hold together. */
export const theliaCapabilities = ({ imageFolder }: Site): Capabilities => ({
  ...ALL_CAPABILITIES,
  emptyFields: (Object.keys(PRODUCT_FIELDS) as ProductField[]).filter((name) => !NEVER_EMPTY.includes(name)),
  digits: { money: { precision: 14, scale: 6 } },
  longest: { reference: 255 },
  references: 'caseless',
  images: imageFolder !== undefined,
  orderFields: [
    ...(['reference', 'currency', 'erpCode', 'vatNumber', 'axis1', 'axis2'] as const),
    ...(['company', 'address2', 'phone', 'mobile'] as const),
  ],
  orderHistory: false,
});
