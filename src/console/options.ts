import type { CallRecord } from '../api/http/call-record.ts';
import type { ApiShop } from '../api/options.ts';
import type { CheckReport } from '../conformance/report.ts';
import type { AccessKeys } from '../shop/access-keys.ts';
import type { AlertBook } from '../shop/alerts.ts';
import type { ApiTokens } from '../shop/api-tokens.ts';
import type { AuditTrail } from '../shop/audit-trail.ts';
import type { ConsoleAccounts } from '../shop/console-accounts.ts';
import type { Journal } from '../shop/journal.ts';
import type { Shop } from '../shop/shop.ts';
import type { Language } from '../shop/wording.ts';

/** What the console needs of an opened shop. */
export interface ConsoleParts {
  readonly accessKeys: AccessKeys;
  readonly apiTokens: ApiTokens;
  readonly consoleAccounts: ConsoleAccounts;
  readonly auditTrail: AuditTrail;
  readonly journal: Pick<Journal, 'exchanges' | 'runs'>;
  readonly shop: Pick<Shop, 'capabilities' | 'listOrders'>;
  /** None where nobody watches. */
  readonly alerting?: Pick<AlertBook, 'openAlerts'> | undefined;
}

/** What is configured of a shop's link to its ERP. */
export interface Connection {
  /** Of its endpoint on this server, the shortest first. */
  readonly paths: readonly string[];
  /** Spelling of replies. */
  readonly profile: string;
  readonly priceRules: string;
  readonly orderStates: {
    /** Absent: an order in any state is offered. */
    readonly importable?: readonly string[];
    /** Absent: an order that was imported keeps its own. */
    readonly final?: string;
    /** The shop's own states with what the ERP calls them; absent: it calls them as the shop does. */
    readonly names?: Readonly<Record<string, string>>;
  };
  /** The store's URL, without a password. */
  readonly store: string;
  /** Somebody else's tables. */
  readonly isForeign: boolean;
}

export interface CheckAsked {
  /** The sample shop under the same settings, which is written to; else the shop itself is read. */
  readonly isOnSample: boolean;
  readonly language: Language;
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** A shop as the console shows it. */
export interface ConsoleShop extends Pick<ApiShop, 'name' | 'language' | 'timeZone'> {
  readonly connection: Connection;
  /** Judges its endpoint by the conformance kit. Rejects with a PasserelleError where it cannot begin. */
  check(asked: CheckAsked): Promise<CheckReport>;
  /** Throws `store_unavailable` while its store is not open. */
  opened(): ConsoleParts;
}

/** What this server can do beside what every one can: pages show no more than that. */
export interface ConsoleFeatures {
  readonly replay: boolean;
  readonly guard: boolean;
  readonly alerts: boolean;
}

export interface ConsoleOptions {
  /** At least one: people and what they did are kept in the first one's store. */
  readonly shops: readonly [ConsoleShop, ...ConsoleShop[]];
  readonly version: string;
  readonly features: ConsoleFeatures;
  /** Whether this server itself speaks HTTPS. */
  readonly isTls: boolean;
  /** Folder of the built pages. */
  readonly pages: string;
  /** Waits before a refusal is told, longer with each recent one of this address. */
  afterRefusal(address: string): Promise<void>;
  /** For a call whose caller brings no id. */
  createRequestId(): string;
  /** Told of each call when it is answered. */
  onCall?(call: CallRecord): void;
  /** Told of what failed beside a call. */
  onFailure(error: unknown): void;
  readonly now?: () => number;
}
