import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../src/store/open.ts';
import { PRODUCT_TEXTS } from './product-message.ts';

/** Where `passerelle serve` keeps its first shop. */
export const storePath = (folder: string): string => join(folder, 'shop.sqlite');

/** An empty store, with the schema that the store itself makes. */
export async function createStore(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = storePath(folder);
  const store = await openStore({ url: `sqlite:${path}`, blobFolder: join(folder, 'shop-blobs') });
  await store.close();
  return path;
}

/** Straight into a database file that nobody has open, in one transaction: a hundred times faster than by messages. */
export function fillStore(path: string, fill: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN');
    fill(database);
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

// `?1` rows, from 0.
const NUMBERS =
  'WITH RECURSIVE number(i) AS (SELECT 0 WHERE ?1 > 0 UNION ALL SELECT i + 1 FROM number WHERE i + 1 < ?1)';
const AT = '2026-01-05 08:30:00';

/** Products as update_product of product-message.ts finds them: only price and stock differ. */
export function fillProducts(database: DatabaseSync, count: number): void {
  const { name, shortDescription, taxRate, weight, ean13 } = PRODUCT_TEXTS;
  database
    .prepare(
      `${NUMBERS} INSERT INTO product
        (id, reference, kind, net_price, tax_rate, stock, weight, ean13, active, created_at, updated_at)
       SELECT i + 1, printf('%07dAGS', i), 'product', '99.5', ?2, '7', ?3, ?4, 1, '${AT}', '${AT}' FROM number`,
    )
    .run(count, trimZeros(taxRate), weight, ean13);
  database
    .prepare(
      `${NUMBERS} INSERT INTO product_text (product_id, language, name, short_description)
       SELECT i + 1, '', ?2, ?3 FROM number`,
    )
    .run(count, name, shortDescription);
}

/** As the store writes a decimal. */
const trimZeros = (decimal: string): string => decimal.replace(/\.?0+$/, '');

const ADDRESS = {
  country: 'FR',
  company: 'Bague’s en or',
  lastName: 'Martin',
  firstName: 'Zoé',
  address1: '12 rue de l’Église',
  postcode: '57000',
  city: 'Metz',
  phone: '03 87 23 11 45',
};
const ORDER_CONTENT = JSON.stringify({
  paymentMethod: 'Carte bancaire',
  carrier: 'Colissimo',
  delivery: ADDRESS,
  billing: ADDRESS,
});

/** Orders of two years, `importable` of them (evenly spread) not imported yet, all others confirmed. */
export function fillOrders(database: DatabaseSync, count: number, importable: number): void {
  database
    .prepare(
      `${NUMBERS} INSERT INTO shop_order
        (order_key, id, state, placed_at, customer_id, customer_email, paid, content, read_at, confirmed_at)
       SELECT i + 1, CAST(100000 + i AS TEXT), CASE WHEN i % ?2 = 0 THEN '2' ELSE '5' END,
        datetime('2024-01-01', '+' || (i * 63072000 / ?1) || ' seconds'),
        CAST(i % 50000 AS TEXT), 'client' || (i % 50000) || '@exemple.fr', '119.9', ?3,
        CASE WHEN i % ?2 = 0 THEN NULL ELSE '${AT}' END, CASE WHEN i % ?2 = 0 THEN NULL ELSE '${AT}' END
       FROM number`,
    )
    .run(count, Math.floor(count / importable), ORDER_CONTENT);
  database
    .prepare(
      `${NUMBERS} INSERT INTO order_line (order_key, position, reference, quantity, name, net_unit_price, tax_rate)
       SELECT i + 1, 0, printf('%07dAGS', i % 40000), '1', ?2, '99.92', '20' FROM number`,
    )
    .run(count, PRODUCT_TEXTS.name);
}

/** Customers of whom only the code is known: those that price rules name. */
export function fillCustomers(database: DatabaseSync, codes: readonly string[]): void {
  const insert = database.prepare('INSERT INTO customer (id, code, name) VALUES (?1, ?1, ?1)');
  for (const code of codes) insert.run(code);
}
