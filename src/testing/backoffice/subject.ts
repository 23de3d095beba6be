import type { GuardLimits } from '../../domain/guard.ts';
import type { OwnableField } from '../../domain/ownership.ts';
import type { PricingOptions } from '../../domain/pricing/question.ts';
import type { AccessKeys } from '../../shop/access-keys.ts';
import type { AlertBook } from '../../shop/alerts.ts';
import type { ApiTokens } from '../../shop/api-tokens.ts';
import type { AuditTrail } from '../../shop/audit-trail.ts';
import type { Catalogue } from '../../shop/catalogue.ts';
import type { ChangeFeed } from '../../shop/change-feed.ts';
import type { ConsoleAccounts } from '../../shop/console-accounts.ts';
import type { CustomerDirectory } from '../../shop/customer-directory.ts';
import type { DocumentArchive } from '../../shop/document-archive.ts';
import type { GuardDesk } from '../../shop/guard-desk.ts';
import type { Journal } from '../../shop/journal.ts';
import type { OrderDesk } from '../../shop/order-desk.ts';
import type { Provenance } from '../../shop/provenance.ts';
import type { Quotes } from '../../shop/quotes.ts';
import type { ShopReader } from '../../shop/reader.ts';
import type { Shop } from '../../shop/shop.ts';
import type { ShopSide } from '../../shop/shop-side.ts';
import type { WebhookParts } from '../../shop/webhooks.ts';
import { present } from '../contract/expect.ts';

/** The parts of the second port. A shop need not have them all. */
export interface BackofficeParts {
  readonly reader: ShopReader;
  readonly shopSide: ShopSide;
  readonly orderDesk: OrderDesk;
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  readonly customerDirectory: CustomerDirectory;
  readonly documentArchive: DocumentArchive;
  readonly accessKeys: AccessKeys;
  readonly apiTokens: ApiTokens;
  readonly consoleAccounts: ConsoleAccounts;
  readonly auditTrail: AuditTrail;
  readonly changeFeed: ChangeFeed;
  readonly quotes: Quotes;
  readonly provenance: Provenance;
  readonly webhooks: WebhookParts;
  readonly guardDesk: GuardDesk;
  readonly alertBook: AlertBook;
}

/** What the contract of the second port is checked on: a fresh, empty shop with the parts that it has. */
export interface BackofficeSubject extends Partial<BackofficeParts> {
  readonly shop: Shop;
  close(): Promise<void>;
}

/** How a subject is to be opened. */
export interface BackofficeSettings {
  readonly importableStates: readonly string[];
  /** Of products, what the shop keeps for itself. */
  readonly owned: readonly OwnableField[];
  /** Its clock, in UTC. */
  readonly timeZone: 'UTC';
  readonly pricing: PricingOptions;
  /** How much one run of the ERP may do to the catalogue. */
  readonly guard: GuardLimits;
  now(): Date;
}

export const NOW = new Date('2026-06-01T00:00:00Z');
export const SETTINGS: BackofficeSettings = {
  importableStates: ['paid', 'payée'],
  owned: ['metaTitle', 'upc', 'image', 'categoryPath', 'priceLevels'],
  timeZone: 'UTC',
  guard: { percent: { emptied: 1 }, atLeast: 4 },
  pricing: { allowZero: false, levels: { Revendeurs: 2 } },
  now: () => NOW,
};

/** One sentence of the second port's contract and its proof. */
export interface BackofficeCheck {
  readonly name: string;
  readonly needs: readonly (keyof BackofficeParts)[];
  run(subject: BackofficeSubject): Promise<void>;
}

/** A part that a check needs: see there. */
export function partOf<Name extends keyof BackofficeParts>(
  subject: Partial<BackofficeParts>,
  name: Name,
): BackofficeParts[Name] {
  const part: BackofficeParts[Name] | undefined = subject[name];
  return present(part, name);
}

/** The written reason why a check says nothing about a subject. */
export function reasonToSkip({ needs }: BackofficeCheck, subject: BackofficeSubject): string | undefined {
  const missing = needs.find((name) => subject[name] === undefined);
  return missing && `the shop has no ${missing}`;
}
