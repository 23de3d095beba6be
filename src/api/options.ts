import type { Problem } from '../domain/problem.ts';
import type { AlertBook } from '../shop/alerts.ts';
import type { ApiTokens } from '../shop/api-tokens.ts';
import type { Catalogue } from '../shop/catalogue.ts';
import type { ChangeFeed } from '../shop/change-feed.ts';
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
import type { WebhookParts } from '../shop/webhooks.ts';
import type { Language } from '../shop/wording.ts';
import type { Sender } from '../webhooks/send.ts';
import type { Users } from './access/users.ts';
import type { CallRecord } from './http/call-record.ts';
import type { ImageCache } from './images/image-cache.ts';
import type { Replays } from './replays.ts';

/** What the API needs of an opened shop: both ports, as far as the shop has them. */
export interface ApiParts {
  readonly shop: Shop;
  /** None where what is stored cannot be read back. */
  readonly reader?: ShopReader | undefined;
  /** None where prices are decided elsewhere. */
  readonly quotes?: Quotes | undefined;
  /** None where orders and customers come in elsewhere. */
  readonly shopSide?: ShopSide | undefined;
  /** None where an order cannot be offered again. */
  readonly offerOrderAgain?: ShopSide['offerOrderAgain'] | undefined;
  /** None where orders come in elsewhere. */
  readonly orderDesk?: OrderDesk | undefined;
  /** None where others change the shop's data too, past us. */
  readonly changeFeed?: ChangeFeed | undefined;
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
  /** None where nobody watches. */
  readonly alerting?: Pick<AlertBook, 'alerts'> | undefined;
  readonly apiTokens: ApiTokens;
}

/** How webhooks are reached. */
export interface WebhookCalls {
  readonly sender: Sender;
  /** Private addresses that may be called. */
  readonly ranges: readonly string[];
}

/** An order in the ERP's words. */
interface OrderMessage {
  /** The whole reply, as it is written. */
  readonly xml: string;
  readonly warnings: readonly Problem[];
}

/** A shop as the API serves it. */
export interface ApiShop {
  readonly name: string;
  /** Of error replies, where the caller asks for none that there is. */
  readonly language: Language;
  /** BCP 47: of texts that the ERP sent without naming a language. */
  readonly mainLanguage: string;
  /** IANA name of the zone of all dates. */
  readonly timeZone: string;
  /**
   * What the ERP would get if it asked for this order now; it stays offered. Rejects with `order_unknown`, and with what the ERP
   * would be refused with.
   */
  orderMessage(id: string): Promise<OrderMessage>;
  readonly replays: Replays;
  /** Throws `store_unavailable` while its store is not open. */
  opened(): ApiParts;
}

/** What one call may cost. */
export interface ApiLimits {
  /** Calls of one token, in each server process. */
  readonly requestsPerMinute: number;
  /** Largest request body. */
  readonly bodyBytes: number;
  /** Longest time for a request body to come. */
  readonly bodySeconds: number;
}

export interface ApiOptions {
  readonly shops: readonly ApiShop[];
  readonly limits: ApiLimits;
  /** Who may call with a session in place of a token; nobody by default. */
  readonly users?: Users;
  /** Web origins whose pages may read replies: `https://shop.example`; `*` is every one. */
  readonly corsOrigins: readonly string[];
  /** Where images are kept that were made smaller. */
  readonly imageCache: ImageCache;
  readonly webhookCalls: WebhookCalls;
  /** Aborted when the server stops: calls that wait for something are answered at once. */
  readonly stopping?: AbortSignal;
  /** Waits before a refusal is told, longer with each recent one of this address. */
  afterRefusal(address: string): Promise<void>;
  /** For a call whose caller brings no id. */
  createRequestId(): string;
  /** Told of each call when it is answered. */
  onCall?(call: CallRecord): void;
  /** Told of what failed beside a call. */
  onFailure?(error: unknown): void;
  readonly now?: () => number;
}
