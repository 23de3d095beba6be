import type { DocumentFile, SalesDocumentType } from '../../domain/sales-document.ts';

export const ERP_NAMES = [
  'generic',
  'ebp-v17',
  'ebp-open-line',
  'sage-100',
  'wavesoft',
  'ciel',
  'cogilog',
  'apinegoce',
] as const;
export type ErpName = (typeof ERP_NAMES)[number];

/** In what the ERPs really differ, as data (docs/erp-profiles.md says how sure each is). Flows ask these, never a name. */
export interface ErpProfile {
  readonly name: ErpName;
  /** As its vendor writes it. */
  readonly title: string;
  /** How many levels a category path may have; undefined: any. Deeper ones are cut, with a warning. */
  readonly categoryLevels?: number;
  /** Whether articles have variants: the parent then carries its gammes, and there is no choice to make. */
  readonly gammes: boolean;
  /** Whether prices per customer category stand in the product (`CategoriesTarifs`). */
  readonly categoryPrices: boolean;
  /** `src` of the price lists that this ERP has; empty: any. */
  readonly priceRuleSources: readonly string[];
  /** What a custom field's name must begin with; it is put before names that do not. */
  readonly customFieldPrefix: string;
  /** First letters of a piece's number, by kind. */
  readonly documentPrefixes: Readonly<Record<Exclude<SalesDocumentType, 'other'>, string>>;
  /** What a piece's file is; undefined: the ERP makes none. */
  readonly documentFile?: DocumentFile['type'];
  /** Whether each contact of a customer comes in a `<client>` of its own, with `tiers_actif` and `contact_actif`. */
  readonly clientPerContact: boolean;
  /** Whether a line of an order names its gammes (`product_gamme1`, `product_gamme2`). */
  readonly orderGammes: boolean;
}

export const EDITION_NAMES = ['standard', 'pro', 'plus', 'b2b'] as const;
export type EditionName = (typeof EDITION_NAMES)[number];

/** What an edition of the connector does; each holds what the ones before it do. */
export interface Edition {
  readonly name: EditionName;
  readonly gammes: boolean;
  readonly tracking: boolean;
  readonly salesDocuments: boolean;
  /** `CategoriesTarifs` in products, where the ERP has them. */
  readonly categoryPrices: boolean;
  /** `currency` and `type` of an order are taken over; otherwise the import leaves them out. */
  readonly orderCurrencyAndType: boolean;
  readonly customers: boolean;
  readonly priceRules: boolean;
  /** Files of sales pieces are pushed to the customer's account. */
  readonly documentPush: boolean;
}
