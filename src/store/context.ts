import type { LocalDateTime } from '../domain/dates.ts';
import type { Backoffice } from '../shop/backoffice.ts';
import type { Shop } from '../shop/shop.ts';
import type { Blobs } from './blobs.ts';
import type { Database } from './database.ts';

/** What every part of the store is built from. */
export interface StoreContext {
  readonly database: Database;
  readonly blobs: Blobs;
  /** The shop's wall clock. */
  now(): LocalDateTime;
  readonly timeZone: string;
  /** Undefined: all. */
  readonly importableStates: readonly string[] | undefined;
}

/** What one part answers for, of each port; `open.ts` puts the parts together. */
export interface StorePart<ShopMethod extends keyof Shop, BackofficeMethod extends keyof Backoffice> {
  readonly shop: Pick<Shop, ShopMethod>;
  readonly backoffice: Pick<Backoffice, BackofficeMethod>;
}

export type CustomersPart = StorePart<'listCustomers' | 'saveCustomers', 'customers' | 'saveShopCustomer'>;
export type OrdersPart = StorePart<
  'listOrders' | 'readOrder' | 'confirmOrder' | 'saveTracking',
  'order' | 'orders' | 'placeOrder' | 'offerOrderAgain'
>;
export type PriceRulesPart = StorePart<'savePriceRules', 'priceRules'>;
export type SalesDocumentsPart = StorePart<'saveSalesDocument', 'salesDocuments'>;
