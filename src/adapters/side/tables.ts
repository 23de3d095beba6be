import type { Generated, Kysely } from 'kysely';

/** Our own tables in a CMS's database, for what it has no place for. Times are Unix seconds. */
export interface SideTables {
  passerelle_lock: { name: string };
  passerelle_product: SideProduct;
  passerelle_order: SideOrder;
  passerelle_tracking: { order_id: number; tracking_number: string; position: number };
  passerelle_customer: SideCustomer;
  passerelle_email: { email_key: string; customer_key: number };
  passerelle_account: SideAccount;
  passerelle_document: SideDocument;
  passerelle_price_rule: SidePriceRule;
  passerelle_rule_price: { price_id: number; rule_key: string };
  passerelle_variant: SideVariant;
  passerelle_order_state: { order_id: number; state: string };
}

/** What the side tables are asked on; a CMS's own `Kysely` gives it by `$pickTables`. */
export type SideSql = Kysely<SideTables>;

export interface SideProduct {
  product_id: number;
  /** The product's when the row was written. */
  reference: string;
  /** Of a variant whose parent has not come yet. */
  parent_reference: string | null;
  /** The category that the ERP put the product in. */
  category_id: number | null;
  /** As the ERP said it, for as long as the CMS's column shows `stock_shown`. */
  stock: string | null;
  stock_shown: number | null;
  /** The ERP's image: the CMS's row for it, and its content. */
  image_id: number | null;
  image_sha256: string | null;
  image_type: string | null;
  /** JSON: see extras.ts. */
  extras: string;
}

/** What happened to an order on its way to the ERP. */
export interface SideOrder {
  order_id: number;
  read_at: number | null;
  /** The exchange that read it. */
  read_by: string | null;
  confirmed_at: number | null;
}

/** A customer as the ERP knows them. */
export interface SideCustomer {
  customer_key: Generated<number>;
  code: string;
  /** The CMS's account that is theirs. */
  account_id: number | null;
  /** In small letters. */
  email_key: string | null;
  /** JSON: see customers/record.ts. */
  record: string;
}

/** When an account of the CMS was seen to have changed: CMSs keep no time of that. */
export interface SideAccount {
  account_id: number;
  fingerprint: string;
  changed_at: number;
}

/** A sales piece of the ERP: no CMS has a place for one. */
export interface SideDocument {
  number: string;
  type: string;
  /** JSON. */
  content: string | null;
  email: string | null;
  erp_id: string | null;
  file_type: string | null;
  file_sha256: string | null;
  file_bytes: number | null;
}

/** A price rule as the ERP said it; texts and decimals as the domain has them. */
export interface SidePriceRule {
  rule_key: string;
  /** Of its source and rule. */
  set_key: string;
  /** The reference, folded as the CMS compares it. */
  reference_key: string;
  source: string;
  rule: string;
  reference: string;
  customer: string;
  customer_group: string;
  currency: string;
  country: string;
  from_quantity: string;
  valid_from: string;
  kind: string;
  value: string;
  valid_to: string | null;
  parent: string | null;
  base_price: string | null;
  customer_emails: string | null;
  seen_at: number;
  retired_at: number | null;
}

/** A variant of a CMS in which a variant is a product's value of an axis, and no product. */
export interface SideVariant {
  variant_key: Generated<number>;
  reference: string;
  /** Folded: what tells it from others. */
  reference_key: string;
  /** The CMS's id of the product. */
  parent_id: number | null;
  /** Of a variant whose parent has not come yet. */
  parent_reference: string | null;
  /** The CMS's id of the product that it was before. */
  former_id: number | null;
  /** The CMS's id of its value. */
  value_id: number | null;
  /** The category that the ERP put it in. */
  category_id: number | null;
  /** As of a product. */
  stock: string | null;
  stock_shown: number | null;
  image_sha256: string | null;
  image_type: string | null;
  /** JSON. */
  extras: string;
}

export const SIDE_TABLES: readonly (keyof SideTables)[] = [
  'passerelle_lock',
  'passerelle_product',
  'passerelle_order',
  'passerelle_tracking',
  'passerelle_customer',
  'passerelle_email',
  'passerelle_account',
  'passerelle_document',
  'passerelle_price_rule',
  'passerelle_rule_price',
  'passerelle_variant',
  'passerelle_order_state',
];
