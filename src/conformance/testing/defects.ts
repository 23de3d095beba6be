import type { DefectSpec } from './defects/defect.ts';
import { LIST_DEFECTS } from './defects/reading-lists.ts';
import { ORDER_DEFECTS } from './defects/reading-orders.ts';
import { REFUSAL_DEFECTS } from './defects/refusals.ts';
import { TRANSPORT_DEFECTS } from './defects/transport.ts';
import { CUSTOMER_DEFECTS, PRICE_LIST_DEFECTS } from './defects/writing-customers.ts';
import { ORDER_WRITE_DEFECTS } from './defects/writing-orders.ts';
import { PRODUCT_DEFECTS } from './defects/writing-products.ts';
import { UPDATE_DEFECTS } from './defects/writing-updates.ts';
import { VARIANT_DEFECTS } from './defects/writing-variants.ts';

const ALL = {
  ...TRANSPORT_DEFECTS,
  ...REFUSAL_DEFECTS,
  ...LIST_DEFECTS,
  ...ORDER_DEFECTS,
  ...PRODUCT_DEFECTS,
  ...VARIANT_DEFECTS,
  ...UPDATE_DEFECTS,
  ...ORDER_WRITE_DEFECTS,
  ...CUSTOMER_DEFECTS,
  ...PRICE_LIST_DEFECTS,
} as const;

export type Defect = keyof typeof ALL;

/** Each fault with the requirements that it breaks. */
export const DEFECTS: Readonly<Record<Defect, DefectSpec>> = ALL;
