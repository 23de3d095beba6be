import { fail } from '../domain/error.ts';
import type { AccessKeys } from '../shop/access-keys.ts';
import type { AlertBook } from '../shop/alerts.ts';
import type { ApiTokens } from '../shop/api-tokens.ts';
import type { AuditTrail } from '../shop/audit-trail.ts';
import type { Catalogue } from '../shop/catalogue.ts';
import type { ChangeFeed } from '../shop/change-feed.ts';
import type { ConsoleAccounts } from '../shop/console-accounts.ts';
import type { CustomerDirectory } from '../shop/customer-directory.ts';
import type { DocumentArchive } from '../shop/document-archive.ts';
import type { GuardDesk } from '../shop/guard-desk.ts';
import type { Journal } from '../shop/journal.ts';
import type { OrderDesk } from '../shop/order-desk.ts';
import type { Provenance } from '../shop/provenance.ts';
import type { Quotes } from '../shop/quotes.ts';
import type { ShopReader } from '../shop/reader.ts';
import type { Shop } from '../shop/shop.ts';
import type { ShopSide } from '../shop/shop-side.ts';
import type { WebhookParts, WebhookQueue } from '../shop/webhooks.ts';
import type { StoreFigures } from '../store/figures.ts';
import type { Store } from '../store/open.ts';

/** Of a store of ours, the shop's own or the one beside it. */
export interface Alerting extends AlertBook, Pick<WebhookQueue, 'holdLease' | 'releaseLease'> {}

/** A shop with all that goes with it, from one store of ours or from several places. */
export interface OpenedShop {
  readonly shop: Shop;
  /** None where what is stored cannot be read back. */
  readonly reader?: ShopReader | undefined;
  /** None where orders and customers come in elsewhere. */
  readonly shopSide?: ShopSide | undefined;
  /** Of every shop whose orders are handed over: also of one that has no other part of the shop's own side. */
  readonly offerOrderAgain?: ShopSide['offerOrderAgain'] | undefined;
  /** None where others change the shop's data too, past us. */
  readonly changeFeed?: ChangeFeed | undefined;
  /** None where prices are decided elsewhere. */
  readonly quotes?: Quotes | undefined;
  /** None where orders come in elsewhere. */
  readonly orderDesk?: OrderDesk | undefined;
  /** None where others write past us. */
  readonly provenance?: Provenance | undefined;
  /** None where there is no feed of changes. */
  readonly webhooks?: WebhookParts | undefined;
  readonly journal: Journal;
  /** None where the catalogue cannot be read as a storefront does. */
  readonly catalogue?: Catalogue | undefined;
  /** None where customers cannot be. */
  readonly customerDirectory?: CustomerDirectory | undefined;
  /** None where sales documents cannot be. */
  readonly documentArchive?: DocumentArchive | undefined;
  /** None where the ERP's runs are not watched. */
  readonly guardDesk?: GuardDesk | undefined;
  /** What was found that somebody should look at, and who looks, of several servers. */
  readonly alerting?: Alerting | undefined;
  readonly accessKeys: AccessKeys;
  readonly apiTokens: ApiTokens;
  readonly consoleAccounts: ConsoleAccounts;
  readonly auditTrail: AuditTrail;
  /** One trivial read of every place; rejects when one does not answer. */
  probe(): Promise<unknown>;
  /** What the store of ours has counted since it was opened: the shop's own, or the one beside it. */
  figures(): StoreFigures;
  /** Once everything that waits has been written; closes `shop` too. Twice is once. */
  close(): Promise<void>;
}

/** With all that stands before it. */
export interface ComposedShop extends OpenedShop {
  /**
   * The same stack before the same records, by which nobody changes them: an order that is read is not leased. Made when it
   * is first asked for; closed with the shop.
   */
  untouched(): Promise<Shop>;
}

/** Throws `unsupported` where the shop has none. */
export function readerOf({ reader }: Pick<OpenedShop, 'reader'>): ShopReader {
  if (reader) return reader;
  throw fail('reading_unsupported');
}

/** Throws `unsupported` where the shop has none. */
export function shopSideOf<Side extends Partial<ShopSide>>({
  shopSide,
}: {
  readonly shopSide?: Side | undefined;
}): Side {
  if (shopSide) return shopSide;
  throw fail('own_side_unsupported');
}

/** Throws `unsupported` where the shop has none. */
export function changeFeedOf({ changeFeed }: Pick<OpenedShop, 'changeFeed'>): ChangeFeed {
  if (changeFeed) return changeFeed;
  throw fail('unsupported', { field: 'changes' });
}

/** Throws `unsupported` where the shop has none. */
export function quotesOf({ quotes }: Pick<OpenedShop, 'quotes'>): Quotes {
  if (quotes) return quotes;
  throw fail('quotes_unsupported');
}

/** Throws `unsupported` where the shop has none. */
export function provenanceOf({ provenance }: Pick<OpenedShop, 'provenance'>): Provenance {
  if (provenance) return provenance;
  throw fail('unsupported', { field: 'provenance' });
}

/** Throws `unsupported` where the shop has none. */
export function webhooksOf({ webhooks }: Pick<OpenedShop, 'webhooks'>): WebhookParts {
  if (webhooks) return webhooks;
  throw fail('unsupported', { field: 'webhooks' });
}

/** Throws `unsupported` where the shop has none. */
export function guardDeskOf({ guardDesk }: Pick<OpenedShop, 'guardDesk'>): GuardDesk {
  if (guardDesk) return guardDesk;
  throw fail('guard_unsupported');
}

/** Throws `unsupported` where the shop has none. */
export function alertingOf({ alerting }: Pick<OpenedShop, 'alerting'>): Alerting {
  if (alerting) return alerting;
  throw fail('unsupported', { field: 'alerts' });
}

/** A store of ours has every part. */
export const openedStore = ({ shop, backoffice, figures, close }: Store): OpenedShop => ({
  shop,
  reader: backoffice,
  shopSide: backoffice,
  offerOrderAgain: backoffice.offerOrderAgain,
  changeFeed: backoffice,
  quotes: backoffice,
  orderDesk: backoffice,
  provenance: backoffice,
  webhooks: backoffice,
  journal: backoffice,
  catalogue: backoffice,
  customerDirectory: backoffice,
  documentArchive: backoffice,
  guardDesk: backoffice,
  alerting: backoffice,
  accessKeys: backoffice,
  apiTokens: backoffice,
  consoleAccounts: backoffice,
  auditTrail: backoffice,
  probe: () => backoffice.keys(),
  figures,
  close,
});
