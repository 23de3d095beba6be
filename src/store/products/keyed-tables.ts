import { orUpdate } from '../sql-text.ts';

/** The statements of a table that holds one value per product and key. */
export interface KeyedTable {
  readonly table: string;
  readonly key: string;
  readonly value: string;
  /** `key`, `value` of the product $1. */
  readonly find: string;
  /** product, key, value */
  readonly set: string;
  /** product, key */
  readonly remove: string;
}

export const KEYED_TABLES = {
  priceLevels: keyedTable('product_price_level', 'level', 'net_price'),
  categoryPrices: keyedTable('product_category_price', 'category', 'net_price'),
  customFields: keyedTable('product_custom_field', 'name', 'value'),
} as const;

function keyedTable(table: string, key: string, value: string): KeyedTable {
  return {
    table,
    key,
    value,
    find: `SELECT ${key} AS key, ${value} AS value FROM ${table} WHERE product_id = $1`,
    set:
      `INSERT INTO ${table} (product_id, ${key}, ${value}) VALUES ($1, $2, $3) ` +
      orUpdate(['product_id', key], [value]),
    remove: `DELETE FROM ${table} WHERE product_id = $1 AND ${key} = $2`,
  };
}
