import { type Fill, fillOrders, inChunks, NUMBERS, ORDERED, padded, referenceSql } from '../fill.ts';

const AT = `'2026-01-05 08:30:00'`;

/** One of the words, by a number. */
const oneOf = (number: string, words: readonly string[]): string =>
  `CASE (${number}) % ${words.length} ${words.map((word, index) => `WHEN ${index} THEN '${word}'`).join(' ')} END`;
const THING = oneOf('i', ['Table', 'Chaise', 'Étagère', 'Lampe', 'Bol', 'Assiette', 'Vase', 'Tapis']);
const MADE_OF = oneOf('i / 8', ['chêne', 'grès', 'verre', 'lin', 'laiton', 'osier', 'marbre']);
const COLOUR = oneOf('i / 56', ['blanc', 'bleu', 'vert', 'noir', 'ocre']);
const NAME = `${THING} || ' ' || ${MADE_OF} || ' ' || ${COLOUR} || ' ' || CAST(i AS TEXT)`;
/** As the store folds them. */
const FOLDED_NAME = `lower(replace(replace(replace(${NAME}, 'É', 'e'), 'ê', 'e'), 'è', 'e'))`;

const CATEGORIES = 200;
const CATEGORY = `INSERT INTO category (id, parent_id, name) ${NUMBERS}
  SELECT i + 1, CASE WHEN i < 10 THEN 0 ELSE 1 + i % 10 END, 'Rayon ' || CAST(i AS TEXT) FROM number`;
const PRODUCT = `INSERT INTO product
    (id, reference, kind, net_price, tax_rate, stock, weight, ean13, active, category_id, created_at, updated_at)
  ${NUMBERS} SELECT i + 1, ${referenceSql('i')}, 'product', CAST(5 + i % 300 AS TEXT) || '.5', '20', CAST(i % 90 AS TEXT), '0.4',
    '3760123456789', CASE WHEN i % 50 = 0 THEN 0 ELSE 1 END, 11 + i % 190, ${AT}, ${AT} FROM number`;
const TEXT = `INSERT INTO product_text (product_id, language, name) ${NUMBERS} SELECT i + 1, '', ${NAME} FROM number`;
const SEARCH = `INSERT INTO product_search (product_id, reference, name)
  ${NUMBERS} SELECT i + 1, lower(${referenceSql('i')}), ${FOLDED_NAME} FROM number`;

/** Products of different names, in categories. */
const fillNamedProducts =
  (count: number): Fill =>
  async (database) => {
    await inChunks(database, CATEGORIES, (sql, from, to) => sql.run(CATEGORY, [from, to]));
    for (const statement of [PRODUCT, TEXT, SEARCH])
      await inChunks(database, count, (sql, from, to) => sql.run(statement, [from, to]));
  };

const EMAIL = `'client' || CAST(i AS TEXT) || '@exemple.fr'`;
const CUSTOMER = `INSERT INTO customer (customer_key, id, code, name, first_name, email, email_key, phone, active)
  ${NUMBERS} SELECT i + 1, CAST(i AS TEXT), 'CCL' || ${padded('i', 6)}, 'Martin ' || CAST(i AS TEXT), 'Zoé', ${EMAIL}, ${EMAIL},
    '0387231145', 1 FROM number`;
const ADDRESS = `INSERT INTO customer_address (customer_key, kind, position, street, postcode, city, country)
  ${NUMBERS} SELECT i + 1, 'delivery', 0, '12 rue de l’Église', '57000', 'Metz', 'FR' FROM number`;

const fillCustomers =
  (count: number): Fill =>
  async (database) => {
    for (const statement of [CUSTOMER, ADDRESS])
      await inChunks(database, count, (sql, from, to) => sql.run(statement, [from, to]));
  };

const RULE = `INSERT INTO price_rule (reference, customer, customer_group, from_quantity, currency, country, valid_from,
    source, rule, kind, value, seen_at, follows_set)
  ${NUMBERS} SELECT ${referenceSql('i / 5')}, '', ${oneOf('i', ['Grossistes', 'Export', 'CHR', 'Revendeurs', 'Écoles'])}, '1', '', '', '',
    'tarif', 'TF' || CAST(i % 5 AS TEXT), 'price', CAST(5 + i % 80 AS TEXT), ${AT}, 1 FROM number`;

const fillGroupRules =
  (count: number): Fill =>
  (database) =>
    inChunks(database, count, (sql, from, to) => sql.run(RULE, [from, to]));

const DOCUMENT = `INSERT INTO sales_document (number, type, content, email, email_key, customer_id, customer_code, order_id, document_date,
    created_at, updated_at)
  ${NUMBERS} SELECT 'FA' || ${padded('i', 7)}, 'invoice', CAST($3 AS TEXT), ${EMAIL}, ${EMAIL}, CAST(i % 100000 AS TEXT),
    'CCL' || ${padded('(i % 100000)', 6)}, CAST(100000 + i AS TEXT), ${AT}, ${AT}, ${AT} FROM number`;
const CONTENT = JSON.stringify({
  ...ORDERED,
  lines: [
    {
      reference: '0000001AGS',
      quantity: '2',
      name: 'Table chêne blanc 1',
      netUnitPrice: '12.5',
      taxRate: '20',
    },
  ],
});

const fillDocuments =
  (count: number): Fill =>
  (database) =>
    inChunks(database, count, (sql, from, to) => sql.run(DOCUMENT, [from, to, CONTENT]));

/** What a shop with so many products has; a tenth as many orders and customers, some of the rest. */
export const shopFills = (products: number): readonly Fill[] => [
  fillNamedProducts(products),
  fillCustomers(products / 10),
  fillOrders(products / 10, Math.min(200, products / 100)),
  fillGroupRules(products / 10),
  fillDocuments(products / 50),
];
