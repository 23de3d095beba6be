import { CATALOGUE } from './0001-catalogue.ts';
import { PRICE_RULES } from './0002-price-rules.ts';
import { CUSTOMERS } from './0003-customers.ts';
import { ORDERS } from './0004-orders.ts';
import { SALES_DOCUMENTS } from './0005-sales-documents.ts';
import { JOURNAL } from './0006-journal.ts';
import type { Migration } from './migration.ts';

/** In order. A new migration is a new file and one more line here; see docs/ARCHITECTURE.md. */
export const MIGRATIONS: readonly Migration[] = [
  CATALOGUE,
  PRICE_RULES,
  CUSTOMERS,
  ORDERS,
  SALES_DOCUMENTS,
  JOURNAL,
];
