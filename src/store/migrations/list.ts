import { CATALOGUE } from './0001-catalogue.ts';
import { PRICE_RULES } from './0002-price-rules.ts';
import { CUSTOMERS } from './0003-customers.ts';
import { ORDERS } from './0004-orders.ts';
import { SALES_DOCUMENTS } from './0005-sales-documents.ts';
import { JOURNAL } from './0006-journal.ts';
import { ORDER_DOCUMENTS } from './0007-order-documents.ts';
import { API_TOKENS } from './0008-api-tokens.ts';
import { CHANGES } from './0009-changes.ts';
import { ORDER_DESK } from './0010-order-desk.ts';
import { PROVENANCE } from './0011-provenance.ts';
import { CATALOGUE_READING } from './0012-catalogue-reading.ts';
import { WEBHOOKS } from './0013-webhooks.ts';
import { DOCUMENT_ARCHIVE } from './0014-document-archive.ts';
import { RECORDER } from './0015-recorder.ts';
import { REPLAY } from './0016-replay.ts';
import { CONSOLE } from './0017-console.ts';
import { GUARD } from './0018-guard.ts';
import { ALERTS } from './0019-alerts.ts';
import { LARGE_JOURNAL } from './0020-large-journal.ts';
import { CHANGE_CALLER } from './0022-change-caller.ts';
import { RARE_PRODUCTS } from './0023-rare-products.ts';
import type { Migration } from './migration.ts';

/** In order. A new migration is a new file and one more line here; see CONTRIBUTING.md. */
export const MIGRATIONS: readonly Migration[] = [
  CATALOGUE,
  PRICE_RULES,
  CUSTOMERS,
  ORDERS,
  SALES_DOCUMENTS,
  JOURNAL,
  ORDER_DOCUMENTS,
  API_TOKENS,
  CHANGES,
  ORDER_DESK,
  PROVENANCE,
  CATALOGUE_READING,
  WEBHOOKS,
  DOCUMENT_ARCHIVE,
  RECORDER,
  REPLAY,
  CONSOLE,
  GUARD,
  ALERTS,
  LARGE_JOURNAL,
  CHANGE_CALLER,
  RARE_PRODUCTS,
];
