import type { LocalDateTime } from '../domain/dates.ts';
import type { Origin } from '../domain/origin.ts';
import type { Owned } from '../domain/ownership.ts';
import type { PricingOptions } from '../domain/pricing/question.ts';
import type { Backoffice } from '../shop/backoffice.ts';
import type { DocumentArchive } from '../shop/document-archive.ts';
import type { RecordDepth } from '../shop/journal.ts';
import type { Shop } from '../shop/shop.ts';
import type { Blobs } from './blobs.ts';
import type { Database } from './database.ts';
import type { Guard } from './guard/admit.ts';

/** What every part of the store is built from. */
export interface StoreContext {
  readonly database: Database;
  readonly blobs: Blobs;
  /** The shop's wall clock. */
  now(): LocalDateTime;
  /** ISO 8601 in UTC. */
  instant(): string;
  readonly timeZone: string;
  /** Undefined: all. */
  readonly importableStates: readonly string[] | undefined;
  readonly pricing: PricingOptions;
  readonly owned: Owned;
  /** None where nothing is watched. */
  readonly guard: Guard | undefined;
  readonly record: RecordDepth;
}

/** Who writes, and at which instant: what stands beside each change that is noted. */
export interface Writing {
  readonly origin: Origin;
  readonly at: string;
}

/** Of a message of many records, which writes its effect itself. */
export interface BulkWriting extends Writing {
  /** The exchange whose effect is kept, if any. */
  readonly effectOf: string | undefined;
}

export const writingBy = ({ instant }: Pick<StoreContext, 'instant'>, origin: Origin): Writing => ({
  origin,
  at: instant(),
});

export const bulkWritingBy = (context: StoreContext, origin: Origin): BulkWriting => ({
  ...writingBy(context, origin),
  effectOf: context.record === 'everything' ? origin.exchange : undefined,
});

/** Who writes where nothing is said: on the first port, and on the shop's own side. */
export const BY_ERP: Origin = { by: 'erp' };
export const BY_SHOP: Origin = { by: 'shop' };

/** What one part answers for, of each port; `open.ts` puts the parts together. */
export interface StorePart<ShopMethod extends keyof Shop, BackofficeMethod extends keyof Backoffice> {
  readonly shop: Pick<Shop, ShopMethod>;
  readonly backoffice: Pick<Backoffice, BackofficeMethod>;
}

export type CustomersPart = StorePart<
  'listCustomers' | 'saveCustomers',
  'customers' | 'saveShopCustomer' | 'shopCustomer'
>;
export type OrdersPart = StorePart<
  'listOrders' | 'readOrder' | 'confirmOrder' | 'saveTracking',
  | 'order'
  | 'orders'
  | 'placeOrder'
  | 'offerOrderAgain'
  | 'addOrder'
  | 'setOrderState'
  | 'orderPage'
  | 'pruneOrderRequests'
>;
export type PriceRulesPart = StorePart<'savePriceRules', 'priceRules'>;
export type SalesDocumentsPart = StorePart<'saveSalesDocument', 'salesDocuments' | keyof DocumentArchive>;
