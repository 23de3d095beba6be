import type { Generated, Kysely } from 'kysely';
import { SIDE_TABLES, type SideSql, type SideTables } from '../side/tables.ts';
import type {
  AddressTable,
  OrderCalcRuleTable,
  OrderHistoryTable,
  OrderItemTable,
  OrderTable,
  StateTable,
} from './order-tables.ts';

/**
 * The columns of VirtueMart's and Joomla's tables that Passerelle reads or writes; the others keep their defaults. Times
 * are texts in UTC, exact numbers come as texts. `Generated`: the column has a default. What ends in `_lang` is the table
 * of the shop's language, such as `virtuemart_products_fr_fr`.
 */
export interface VirtuemartTables extends SideTables {
  virtuemart_products: ProductTable;
  virtuemart_products_lang: ProductTextTable;
  virtuemart_product_prices: PriceTable;
  virtuemart_product_categories: ProductCategoryTable;
  virtuemart_product_customfields: CustomFieldTable;
  virtuemart_product_medias: ProductMediaTable;
  virtuemart_medias: MediaTable;
  virtuemart_customs: CustomTable;
  virtuemart_categories: CategoryTable;
  virtuemart_category_categories: CategoryLinkTable;
  virtuemart_categories_lang: CategoryTextTable;
  virtuemart_calcs: CalcTable;
  virtuemart_calc_categories: { virtuemart_calc_id: number; virtuemart_category_id: number };
  virtuemart_calc_countries: { virtuemart_calc_id: number; virtuemart_country_id: number };
  virtuemart_calc_shoppergroups: { virtuemart_calc_id: number; virtuemart_shoppergroup_id: number };
  virtuemart_countries: { virtuemart_country_id: number; country_2_code: string | null };
  virtuemart_currencies: { virtuemart_currency_id: number; currency_code_3: string | null };
  virtuemart_vendors: { virtuemart_vendor_id: number; vendor_currency: number | null };
  virtuemart_shoppergroups: ShopperGroupTable;
  virtuemart_vmusers: UserTable;
  virtuemart_vmuser_shoppergroups: UserGroupTable;
  virtuemart_userinfos: AddressTable & { virtuemart_userinfo_id: Generated<number> };
  virtuemart_orderstates: StateTable;
  virtuemart_orders: OrderTable;
  virtuemart_order_items: OrderItemTable;
  virtuemart_order_calc_rules: OrderCalcRuleTable;
  virtuemart_order_histories: OrderHistoryTable;
  virtuemart_order_userinfos: AddressTable & { virtuemart_order_id: number; email: string | null };
  virtuemart_paymentmethods: { virtuemart_paymentmethod_id: number; payment_element: string };
  virtuemart_paymentmethods_lang: { virtuemart_paymentmethod_id: number; payment_name: string };
  virtuemart_shipmentmethods: { virtuemart_shipmentmethod_id: number; shipment_element: string };
  virtuemart_shipmentmethods_lang: { virtuemart_shipmentmethod_id: number; shipment_name: string };
  users: { id: number; name: string; email: string };
  extensions: { extension_id: number; type: string; element: string; params: string };
}

export type VirtuemartSql = Kysely<VirtuemartTables>;

/** Our side tables alone, on the same connection. */
export const sideOf = (sql: VirtuemartSql): SideSql => sql.$pickTables<keyof SideTables>();

export interface ProductTable {
  virtuemart_product_id: Generated<number>;
  virtuemart_vendor_id: number;
  /** 0 of a product, its parent of a variant. */
  product_parent_id: Generated<number>;
  product_sku: string | null;
  product_gtin: Generated<string | null>;
  product_weight: Generated<string | null>;
  product_weight_uom: Generated<string | null>;
  product_length: Generated<string | null>;
  product_width: Generated<string | null>;
  product_height: Generated<string | null>;
  product_lwh_uom: Generated<string | null>;
  product_in_stock: Generated<number>;
  /** How many of those are sold and not sent yet. */
  product_ordered: Generated<number>;
  product_sales: Generated<number>;
  published: Generated<number>;
  /** Whether there are such rows: VirtueMart does not look for what it knows to be none. NULL: it looks. */
  has_categories: Generated<number | null>;
  has_medias: Generated<number | null>;
  has_prices: Generated<number | null>;
  created_on: Generated<string | null>;
  modified_on: Generated<string | null>;
}

export interface ProductTextTable {
  virtuemart_product_id: number;
  product_s_desc: Generated<string>;
  product_desc: string;
  product_name: Generated<string>;
  metadesc: Generated<string>;
  metakey: Generated<string>;
  customtitle: Generated<string>;
  slug: string;
}

export interface PriceTable {
  virtuemart_product_price_id: Generated<number>;
  virtuemart_product_id: number;
  /** 0: everybody's. */
  virtuemart_shoppergroup_id: Generated<number>;
  product_price: string | null;
  override: Generated<number | null>;
  product_override_price: Generated<string | null>;
  /** A rule's id; 0: as the shop's rules say; -1: none. */
  product_tax_id: Generated<number | null>;
  product_discount_id: Generated<number | null>;
  product_currency: number | null;
  product_price_publish_up: Generated<string | null>;
  product_price_publish_down: Generated<string | null>;
  /** 0: any number. */
  price_quantity_start: Generated<number>;
  price_quantity_end: Generated<number>;
  created_on: Generated<string | null>;
  modified_on: Generated<string | null>;
}

export interface ProductCategoryTable {
  id: Generated<number>;
  virtuemart_product_id: number;
  virtuemart_category_id: number;
  ordering: Generated<number>;
}

export interface CustomFieldTable {
  virtuemart_customfield_id: Generated<number>;
  virtuemart_product_id: number;
  virtuemart_custom_id: number;
  customfield_value: string | null;
  customfield_params: string | null;
  published: Generated<number>;
  ordering: Generated<number>;
}

export interface CustomTable {
  virtuemart_custom_id: Generated<number>;
  virtuemart_vendor_id: number;
  custom_element: Generated<string>;
  custom_title: string;
  /** `C`: variants with several axes. */
  field_type: string;
  is_cart_attribute: Generated<number>;
  layout_pos: string | null;
  custom_params: string | null;
  shared: Generated<number>;
  published: Generated<number>;
  created_on: Generated<string | null>;
  modified_on: Generated<string | null>;
}

export interface ProductMediaTable {
  id: Generated<number>;
  virtuemart_product_id: number;
  virtuemart_media_id: number;
  ordering: Generated<number>;
}

export interface MediaTable {
  virtuemart_media_id: Generated<number>;
  virtuemart_vendor_id: number;
  file_title: string;
  file_mimetype: string;
  /** `product` */
  file_type: string;
  /** From the site's folder on. */
  file_url: string;
  file_is_product_image: Generated<number>;
  published: Generated<number>;
  created_on: Generated<string | null>;
  modified_on: Generated<string | null>;
}

export interface CategoryTable {
  virtuemart_category_id: Generated<number>;
  category_parent_id: number | null;
  virtuemart_vendor_id: number;
  ordering: Generated<number>;
  published: Generated<number>;
  has_children: Generated<number | null>;
  created_on: Generated<string | null>;
  modified_on: Generated<string | null>;
}

export interface CategoryLinkTable {
  id: Generated<number>;
  /** 0 at the top. */
  category_parent_id: number;
  category_child_id: number;
  ordering: Generated<number>;
}

export interface CategoryTextTable {
  virtuemart_category_id: number;
  category_name: string;
  category_description: string;
  slug: string;
}

export interface CalcTable {
  virtuemart_calc_id: Generated<number>;
  virtuemart_vendor_id: number;
  /** `VatTax` and `Tax` are those of one product. */
  calc_kind: string;
  /** `+%` */
  calc_value_mathop: string;
  calc_value: string;
  publish_up: string | null;
  publish_down: string | null;
  shared: Generated<number>;
  published: Generated<number>;
}

export interface ShopperGroupTable {
  virtuemart_shoppergroup_id: Generated<number>;
  virtuemart_vendor_id: number;
  shopper_group_name: string | null;
  shared: Generated<number>;
}

export interface UserTable {
  /** Joomla's. */
  virtuemart_user_id: number;
  user_is_vendor: Generated<number>;
  virtuemart_vendor_id: Generated<number>;
  created_on: string | null;
}

export interface UserGroupTable {
  id: Generated<number>;
  virtuemart_user_id: number;
  virtuemart_shoppergroup_id: number;
}

/** There is one of each for every language of the site. */
export const LANGUAGE_TABLES = [
  'virtuemart_products',
  'virtuemart_categories',
  'virtuemart_paymentmethods',
  'virtuemart_shipmentmethods',
] as const;

/** What has the site's prefix. */
export const TABLES: readonly (keyof VirtuemartTables)[] = [
  ...SIDE_TABLES,
  ...LANGUAGE_TABLES,
  'virtuemart_products_lang',
  'virtuemart_categories_lang',
  'virtuemart_paymentmethods_lang',
  'virtuemart_shipmentmethods_lang',
  'virtuemart_product_prices',
  'virtuemart_product_categories',
  'virtuemart_product_customfields',
  'virtuemart_product_medias',
  'virtuemart_medias',
  'virtuemart_customs',
  'virtuemart_category_categories',
  'virtuemart_calcs',
  'virtuemart_calc_categories',
  'virtuemart_calc_countries',
  'virtuemart_calc_shoppergroups',
  'virtuemart_countries',
  'virtuemart_currencies',
  'virtuemart_vendors',
  'virtuemart_shoppergroups',
  'virtuemart_vmusers',
  'virtuemart_vmuser_shoppergroups',
  'virtuemart_userinfos',
  'virtuemart_orderstates',
  'virtuemart_orders',
  'virtuemart_order_items',
  'virtuemart_order_calc_rules',
  'virtuemart_order_histories',
  'virtuemart_order_userinfos',
  'users',
  'extensions',
];
