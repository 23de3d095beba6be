import { accessKeyChecks } from './access-keys.ts';
import { alertBookChecks } from './alert-book.ts';
import { apiTokenChecks } from './api-tokens.ts';
import { auditChecks } from './audit-trail.ts';
import { catalogueChecks } from './catalogue.ts';
import { changeChecks } from './changes.ts';
import { consoleSessionChecks } from './console-sessions.ts';
import { consoleUserChecks } from './console-users.ts';
import { customerDirectoryChecks } from './customer-directory.ts';
import { documentArchiveChecks } from './document-archive.ts';
import { guardDeskChecks } from './guard-desk.ts';
import { journalChecks } from './journal.ts';
import { orderDeskChecks } from './order-desk.ts';
import { orderPageChecks } from './order-pages.ts';
import { priceConflictChecks } from './price-conflicts.ts';
import { provenanceChecks } from './provenance.ts';
import { quoteChecks } from './quotes.ts';
import { readingChecks } from './reading.ts';
import { shopSideChecks } from './shop-side.ts';
import type { BackofficeCheck } from './subject.ts';
import { webhookChecks } from './webhooks.ts';

/** The whole contract of the second port, as data. */
export const BACKOFFICE_AREAS: Readonly<Record<string, readonly BackofficeCheck[]>> = {
  'reading back': readingChecks,
  'the shop’s own side': shopSideChecks,
  'orders at the desk': [...orderDeskChecks, ...orderPageChecks],
  'the catalogue': catalogueChecks,
  'customers by page': customerDirectoryChecks,
  'sales documents by page': documentArchiveChecks,
  journal: journalChecks,
  'access keys': accessKeyChecks,
  'tokens of the API': apiTokenChecks,
  'people of the console': [...consoleUserChecks, ...consoleSessionChecks],
  'what people did': auditChecks,
  changes: changeChecks,
  quotes: quoteChecks,
  'price conflicts': priceConflictChecks,
  'who wrote what': provenanceChecks,
  webhooks: webhookChecks,
  'runs that are held': guardDeskChecks,
  alerts: alertBookChecks,
};
