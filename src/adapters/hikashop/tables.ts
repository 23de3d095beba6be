import type { Generated, Kysely } from 'kysely';
import { SIDE_TABLES, type SideSql, type SideTables } from '../side/tables.ts';

/**
 * The columns of HikaShop's and Joomla's tables that Passerelle reads or writes; the others keep their defaults. Times
 * are Unix seconds, exact numbers come as texts. `Generated`: the column has a default.
 */
export interface HikashopTables extends SideTables {
  hikashop_product: ProductTable;
  hikashop_price: PriceTable;
  hikashop_category: CategoryTable;
  hikashop_product_category: ProductCategoryTable;
  hikashop_characteristic: CharacteristicTable;
  hikashop_variant: VariantTable;
  hikashop_file: FileTable;
  hikashop_tax: { tax_namekey: string; tax_rate: string };
  hikashop_taxation: TaxationTable;
  hikashop_zone: ZoneTable;
  hikashop_zone_link: { zone_parent_namekey: string; zone_child_namekey: string };
  hikashop_currency: { currency_id: number; currency_code: string };
  hikashop_config: { config_namekey: string; config_value: string };
  hikashop_orderstatus: { orderstatus_id: Generated<number>; orderstatus_namekey: string };
  hikashop_order: OrderTable;
  hikashop_order_product: OrderProductTable;
  hikashop_history: HistoryTable;
  hikashop_address: AddressTable;
  hikashop_user: UserTable;
  usergroups: UserGroupTable;
  users: { id: number; name: string };
  user_usergroup_map: { user_id: number; group_id: number };
}

export type HikashopSql = Kysely<HikashopTables>;

/** Our side tables alone, on the same connection. */
export const sideOf = (sql: HikashopSql): SideSql => sql.$pickTables<keyof SideTables>();

export interface ProductTable {
  product_id: Generated<number>;
  product_parent_id: Generated<number>;
  product_name: string;
  product_description: string;
  /** -1: as many as anybody wants. */
  product_quantity: Generated<number>;
  product_code: string;
  product_published: Generated<number>;
  product_created: Generated<number>;
  product_modified: Generated<number>;
  /** The id of a category of the type `tax`; 0: none, or the main product's. */
  product_tax_id: Generated<number>;
  product_type: Generated<string>;
  product_url: string;
  product_weight: Generated<string>;
  product_weight_unit: Generated<string>;
  product_keywords: string;
  product_meta_description: string;
  product_dimension_unit: Generated<string>;
  product_width: Generated<string>;
  product_length: Generated<string>;
  product_height: Generated<string>;
  product_average_score: number;
  product_page_title: Generated<string>;
  product_alias: Generated<string>;
  product_sort_price: Generated<string>;
  product_description_raw: Generated<string | null>;
  product_description_type: Generated<string | null>;
}

export interface PriceTable {
  price_id: Generated<number>;
  price_currency_id: Generated<number>;
  price_product_id: Generated<number>;
  price_value: Generated<string>;
  price_min_quantity: Generated<number>;
  /** `all`, or ids of user groups between commas. */
  price_access: Generated<string>;
  /** Ids of users between commas. */
  price_users: Generated<string>;
  price_site_id: Generated<string | null>;
  price_start_date: Generated<number>;
  price_end_date: Generated<number>;
  price_zone_id: string;
}

export interface CategoryTable {
  category_id: Generated<number>;
  category_parent_id: Generated<number>;
  category_type: string;
  category_name: string;
  category_description: string;
  category_published: Generated<number>;
  category_ordering: Generated<number>;
  category_left: Generated<number>;
  category_right: Generated<number>;
  category_depth: Generated<number>;
  category_namekey: string;
  category_created: Generated<number>;
  category_modified: Generated<number>;
  category_keywords: string;
  category_meta_description: string;
  category_alias: Generated<string>;
}

export interface ProductCategoryTable {
  product_category_id: Generated<number>;
  category_id: number;
  product_id: number;
  ordering: Generated<number>;
}

export interface CharacteristicTable {
  characteristic_id: Generated<number>;
  /** 0 of an axis, the axis of a value. */
  characteristic_parent_id: Generated<number>;
  characteristic_value: Generated<string>;
  characteristic_alias: Generated<string>;
  characteristic_ordering: Generated<number>;
}

/** Of a main product: its axes and their default values; of a variant: its values. */
export interface VariantTable {
  variant_characteristic_id: number;
  variant_product_id: number;
  ordering: Generated<number>;
}

export interface FileTable {
  file_id: Generated<number>;
  file_name: string;
  file_description: string;
  file_path: string;
  file_type: Generated<string>;
  file_ref_id: Generated<number>;
  file_ordering: Generated<number>;
}

export interface TaxationTable {
  taxation_id: Generated<number>;
  zone_namekey: string;
  category_namekey: string;
  tax_namekey: string;
  taxation_published: Generated<number>;
  taxation_access: Generated<string>;
  taxation_date_start: Generated<number>;
  taxation_date_end: Generated<number>;
}

export interface ZoneTable {
  zone_id: Generated<number>;
  zone_namekey: string;
  zone_code_2: string;
  zone_type: Generated<string>;
}

export interface OrderTable {
  order_id: Generated<number>;
  order_billing_address_id: Generated<number>;
  order_shipping_address_id: Generated<number>;
  order_user_id: Generated<number>;
  order_status: Generated<string>;
  /** `sale`; there are others, such as those of a vendor's part. */
  order_type: Generated<string>;
  order_number: Generated<string>;
  order_created: Generated<number>;
  order_modified: Generated<number>;
  order_currency_id: Generated<number>;
  /** This price and the next ones include tax; the `_tax` beside each is the part that is tax. */
  order_full_price: Generated<string>;
  order_tax_info: Generated<string | null>;
  order_discount_price: Generated<string>;
  order_discount_tax: Generated<string>;
  order_payment_method: Generated<string>;
  order_payment_price: Generated<string>;
  order_payment_tax: Generated<string>;
  order_shipping_method: Generated<string>;
  order_shipping_price: Generated<string>;
  order_shipping_tax: Generated<string>;
}

export interface OrderProductTable {
  order_product_id: Generated<number>;
  order_id: Generated<number>;
  order_product_quantity: Generated<number>;
  order_product_name: Generated<string>;
  order_product_code: Generated<string>;
  /** Of one, excluding tax; the tax of one stands beside it. */
  order_product_price: Generated<string>;
  order_product_tax: Generated<string>;
  order_product_tax_info: string;
  order_product_options: string;
}

export interface HistoryTable {
  history_id: Generated<number>;
  history_order_id: Generated<number>;
  history_created: Generated<number>;
  history_new_status: Generated<string>;
  history_reason: string;
  history_notified: Generated<number>;
  history_data: string;
  history_type: Generated<string>;
}

export interface AddressTable {
  address_id: Generated<number>;
  address_user_id: Generated<number>;
  address_type: Generated<string>;
  address_firstname: Generated<string | null>;
  address_middle_name: Generated<string | null>;
  address_lastname: Generated<string | null>;
  address_company: Generated<string | null>;
  address_street: Generated<string | null>;
  address_street2: Generated<string>;
  address_post_code: Generated<string | null>;
  address_city: Generated<string | null>;
  address_telephone: Generated<string | null>;
  address_telephone2: Generated<string | null>;
  /** A zone's key. */
  address_country: Generated<string | null>;
  address_published: Generated<number>;
  address_vat: Generated<string | null>;
  address_default: Generated<number>;
}

export interface UserTable {
  user_id: Generated<number>;
  /** Joomla's id; 0 of a guest. */
  user_cms_id: number;
  user_email: Generated<string>;
  user_created: Generated<number>;
}

export interface UserGroupTable {
  id: Generated<number>;
  parent_id: Generated<number>;
  lft: Generated<number>;
  rgt: Generated<number>;
  title: Generated<string>;
}

/** What has the site's prefix. */
export const TABLES: readonly (keyof HikashopTables)[] = [
  ...SIDE_TABLES,
  'hikashop_product',
  'hikashop_price',
  'hikashop_category',
  'hikashop_product_category',
  'hikashop_characteristic',
  'hikashop_variant',
  'hikashop_file',
  'hikashop_tax',
  'hikashop_taxation',
  'hikashop_zone',
  'hikashop_zone_link',
  'hikashop_currency',
  'hikashop_config',
  'hikashop_orderstatus',
  'hikashop_order',
  'hikashop_order_product',
  'hikashop_history',
  'hikashop_address',
  'hikashop_user',
  'usergroups',
  'users',
  'user_usergroup_map',
];
