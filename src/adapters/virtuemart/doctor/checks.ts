import { type RawBuilder, sql as raw } from 'kysely';
import type { FoundRow, RecordCheck } from '../../mysql/strange-records.ts';

const PRODUCT = raw.table('virtuemart_products');

/** A space around a reference, or none at all: the ERP's never have one. */
const BLANK = raw<FoundRow>`SELECT COALESCE(product_sku, '') AS record FROM ${PRODUCT}
  WHERE COALESCE(product_sku, '') = '' OR LENGTH(product_sku) <> LENGTH(TRIM(product_sku)) ORDER BY virtuemart_product_id`;

/** VirtueMart has no key that would keep two products from having one reference. */
const TWICE = raw<FoundRow>`SELECT MIN(TRIM(product_sku)) AS record, COUNT(*) AS value FROM ${PRODUCT}
  WHERE product_sku <> '' GROUP BY virtuemart_vendor_id, LOWER(TRIM(product_sku)) HAVING COUNT(*) > 1
  ORDER BY MIN(virtuemart_product_id)`;

const ORPHAN = raw<FoundRow>`SELECT COALESCE(variant.product_sku, '') AS record, variant.product_parent_id AS value
  FROM ${PRODUCT} AS variant LEFT JOIN ${PRODUCT} AS parent ON parent.virtuemart_product_id = variant.product_parent_id
  WHERE variant.product_parent_id <> 0 AND parent.virtuemart_product_id IS NULL ORDER BY variant.virtuemart_product_id`;

/** Their parent has no field, of several axes or of one, by which a buyer could choose them. */
const SHAPELESS = raw<FoundRow>`SELECT COALESCE(variant.product_sku, '') AS record FROM ${PRODUCT} AS variant
  JOIN ${PRODUCT} AS parent ON parent.virtuemart_product_id = variant.product_parent_id
  WHERE NOT EXISTS (SELECT 1 FROM ${raw.table('virtuemart_product_customfields')} AS field
    JOIN ${raw.table('virtuemart_customs')} AS custom ON custom.virtuemart_custom_id = field.virtuemart_custom_id
    WHERE field.virtuemart_product_id = parent.virtuemart_product_id AND custom.field_type IN ('A', 'C'))
  ORDER BY variant.virtuemart_product_id`;

/** Such as the public sample makes. */
const HIDDEN = (
  parked: RawBuilder<unknown>,
) => raw<FoundRow>`SELECT COALESCE(product.product_sku, '') AS record FROM ${PRODUCT} AS product
  LEFT JOIN ${raw.table('virtuemart_product_categories')} AS link ON link.virtuemart_product_id = product.virtuemart_product_id
  WHERE product.product_parent_id = 0 AND product.published = 1 AND link.id IS NULL AND ${parked}
  ORDER BY product.virtuemart_product_id`;

const IS_NOT_PARKED = raw`NOT EXISTS (SELECT 1 FROM ${raw.table('passerelle_product')} AS side
  WHERE side.product_id = product.virtuemart_product_id AND side.parent_reference IS NOT NULL)`;

const NO_TIME = raw`'0000-00-00 00:00:00'`;

/** Those of the ERP's price rules are meant to be there. */
const TWO_PRICES = (
  plain: RawBuilder<unknown>,
) => raw<FoundRow>`SELECT MIN(COALESCE(product.product_sku, '')) AS record, COUNT(*) AS value
  FROM ${raw.table('virtuemart_product_prices')} AS price
  JOIN ${PRODUCT} AS product ON product.virtuemart_product_id = price.virtuemart_product_id
  WHERE price.price_quantity_start <= 1 AND price.price_quantity_end = 0 AND price.product_price IS NOT NULL
    AND COALESCE(price.product_price_publish_up, ${NO_TIME}) = ${NO_TIME}
    AND COALESCE(price.product_price_publish_down, ${NO_TIME}) = ${NO_TIME} AND ${plain}
  GROUP BY price.virtuemart_product_id, price.virtuemart_shoppergroup_id, price.product_currency HAVING COUNT(*) > 1
  ORDER BY price.virtuemart_product_id`;

const IS_NO_RULE = raw`NOT EXISTS (SELECT 1 FROM ${raw.table('passerelle_rule_price')} AS side
  WHERE side.price_id = price.virtuemart_product_price_id)`;

/** `hasSides`: whether our own tables are there already; a variant that waits for its parent is in no category yet. */
export const recordChecks = (hasSides: boolean): readonly RecordCheck[] => [
  { reason: 'cms_reference_blank', entity: 'product', rows: BLANK },
  { reason: 'cms_reference_twice', entity: 'product', rows: TWICE },
  { reason: 'cms_variant_orphan', entity: 'variant', rows: ORPHAN },
  { reason: 'cms_variant_shapeless', entity: 'variant', rows: SHAPELESS },
  { reason: 'cms_product_hidden', entity: 'product', rows: HIDDEN(hasSides ? IS_NOT_PARKED : raw`1 = 1`) },
  { reason: 'cms_prices_double', entity: 'product', rows: TWO_PRICES(hasSides ? IS_NO_RULE : raw`1 = 1`) },
];
