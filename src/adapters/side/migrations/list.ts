import { PRODUCTS } from './0001-products.ts';
import { ORDERS } from './0002-orders.ts';
import { CUSTOMERS } from './0003-customers.ts';
import { DOCUMENTS } from './0004-documents.ts';
import { PRICE_RULES } from './0005-price-rules.ts';
import { DECLINATIONS } from './0006-declinations.ts';
import type { Migration } from './migration.ts';

/** In the order in which they are applied. */
export const MIGRATIONS: readonly Migration[] = [
  PRODUCTS,
  ORDERS,
  CUSTOMERS,
  DOCUMENTS,
  PRICE_RULES,
  DECLINATIONS,
];
