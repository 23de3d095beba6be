import { type RawBuilder, sql as raw } from 'kysely';
import type { FoundRow, RecordCheck } from '../../mysql/strange-records.ts';

const PRODUCT = raw.table('hikashop_product');

/** A space around a reference, or none at all: the ERP's never have one. */
const BLANK = raw<FoundRow>`SELECT product_code AS record FROM ${PRODUCT}
  WHERE product_type IN ('main', 'variant') AND (product_code = '' OR LENGTH(product_code) <> LENGTH(TRIM(product_code))) ORDER BY product_id`;

/** References that are one to the ERP, which trims them; where HikaShop's unique key is gone, also plainly equal ones. */
const TWICE = raw<FoundRow>`SELECT MIN(TRIM(product_code)) AS record, COUNT(*) AS value FROM ${PRODUCT}
  WHERE product_type IN ('main', 'variant') AND product_code <> ''
  GROUP BY LOWER(TRIM(product_code)) HAVING COUNT(*) > 1 ORDER BY MIN(product_id)`;

const ORPHAN = (
  parked: RawBuilder<unknown>,
) => raw<FoundRow>`SELECT variant.product_code AS record, variant.product_parent_id AS value
  FROM ${PRODUCT} AS variant
  LEFT JOIN ${PRODUCT} AS parent ON parent.product_id = variant.product_parent_id AND parent.product_type = 'main'
  WHERE variant.product_type = 'variant' AND parent.product_id IS NULL AND ${parked} ORDER BY variant.product_id`;

/** Such as the public sample makes: HikaShop has nothing by which a buyer could choose them. */
const SHAPELESS = raw<FoundRow>`SELECT variant.product_code AS record FROM ${PRODUCT} AS variant
  LEFT JOIN ${raw.table('hikashop_variant')} AS link ON link.variant_product_id = variant.product_id
  WHERE variant.product_type = 'variant' AND link.variant_product_id IS NULL ORDER BY variant.product_id`;

const HIDDEN = raw<FoundRow>`SELECT product.product_code AS record FROM ${PRODUCT} AS product
  LEFT JOIN ${raw.table('hikashop_product_category')} AS link ON link.product_id = product.product_id
  WHERE product.product_type = 'main' AND product.product_published = 1 AND link.product_id IS NULL
  ORDER BY product.product_id`;

/** HikaShop takes one of them, and nobody knows which. Those of the ERP's price rules are meant to be there. */
const TWO_PRICES = (
  plain: RawBuilder<unknown>,
) => raw<FoundRow>`SELECT MIN(product.product_code) AS record, COUNT(*) AS value
  FROM ${raw.table('hikashop_price')} AS price JOIN ${PRODUCT} AS product ON product.product_id = price.price_product_id
  WHERE price.price_users = '' AND price.price_start_date = 0 AND price.price_end_date = 0 AND price.price_min_quantity <= 1
    AND price.price_zone_id IN ('', '0') AND COALESCE(price.price_site_id, '') = '' AND ${plain}
  GROUP BY price.price_product_id, price.price_access, price.price_currency_id HAVING COUNT(*) > 1
  ORDER BY price.price_product_id`;

const SAME_NUMBER = raw<FoundRow>`SELECT order_number AS record, COUNT(*) AS value FROM ${raw.table('hikashop_order')}
  WHERE order_type = 'sale' AND order_number <> '' GROUP BY order_number HAVING COUNT(*) > 1 ORDER BY MIN(order_id)`;

/** `hasSides`: whether our own tables are there already; a variant that waits for its parent is no orphan. */
export const recordChecks = (hasSides: boolean): readonly RecordCheck[] => [
  { reason: 'cms_reference_blank', entity: 'product', rows: BLANK },
  { reason: 'cms_reference_twice', entity: 'product', rows: TWICE },
  { reason: 'cms_variant_orphan', entity: 'variant', rows: ORPHAN(hasSides ? IS_NOT_PARKED : raw`1 = 1`) },
  { reason: 'cms_variant_shapeless', entity: 'variant', rows: SHAPELESS },
  { reason: 'cms_product_hidden', entity: 'product', rows: HIDDEN },
  { reason: 'cms_prices_double', entity: 'product', rows: TWO_PRICES(hasSides ? IS_NO_RULE : raw`1 = 1`) },
  { reason: 'cms_order_number_twice', entity: 'order', rows: SAME_NUMBER },
];

const IS_NOT_PARKED = raw`NOT EXISTS (SELECT 1 FROM ${raw.table('passerelle_product')} AS side
  WHERE side.product_id = variant.product_id AND side.parent_reference IS NOT NULL)`;

const IS_NO_RULE = raw`NOT EXISTS (SELECT 1 FROM ${raw.table('passerelle_rule_price')} AS side
  WHERE side.price_id = price.price_id)`;
