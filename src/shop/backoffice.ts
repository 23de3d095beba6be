import type { AccessKeys } from './access-keys.ts';
import type { AlertBook } from './alerts.ts';
import type { ApiTokens } from './api-tokens.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { Catalogue } from './catalogue.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { ConsoleAccounts } from './console-accounts.ts';
import type { CustomerDirectory } from './customer-directory.ts';
import type { DocumentArchive } from './document-archive.ts';
import type { GuardDesk } from './guard-desk.ts';
import type { Journal } from './journal.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Provenance } from './provenance.ts';
import type { Quotes } from './quotes.ts';
import type { ShopReader } from './reader.ts';
import type { ShopSide } from './shop-side.ts';
import type { WebhookQueue, Webhooks } from './webhooks.ts';

/**
 * The second port: what a store of our own has besides the first. Whoever needs a part asks for that part; a shop of
 * somebody else's has some of them, and a store of ours beside it has the journal, the keys, the tokens, and the people of the console.
 */
export interface Backoffice
  extends ShopReader,
    ShopSide,
    Journal,
    AccessKeys,
    ApiTokens,
    ConsoleAccounts,
    AuditTrail,
    Catalogue,
    CustomerDirectory,
    ChangeFeed,
    OrderDesk,
    DocumentArchive,
    Quotes,
    Provenance,
    Webhooks,
    WebhookQueue,
    GuardDesk,
    AlertBook {}
