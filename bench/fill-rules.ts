import { type Fill, inChunks, NUMBERS, padded, referenceSql } from './fill.ts';
import { customerOf } from './price-list.ts';

/** A customer with as many rules on one article, all of which hold from the last quantity on. */
export const CROWDED = { customer: customerOf(7), product: 7, rules: 5000 };
/** A customer with as many rules on one article that only their prices tell apart. */
export const ALIKE = { customer: customerOf(9), product: 9, rules: 5000 };
/** A customer with a rule on each of as many articles. */
export const WIDE = { customer: customerOf(8), products: 5000 };
/** Of the three; rules name it as their group. */
export const CATEGORY = 'Grossistes';
/** The crowded article has as many rules from each quantity. */
const RULES_A_QUANTITY = 5;
export const LAST_QUANTITY = CROWDED.rules / RULES_A_QUANTITY;
/** Of every other article. */
const RULES_A_PRODUCT = 25;

const SPECIAL = [CROWDED, ALIKE, WIDE];
const CATEGORIZE = 'UPDATE customer SET price_category = $1 WHERE code IN ($2, $3, $4)';
const COLUMNS = `(reference, customer, customer_group, from_quantity, currency, country, valid_from, source, rule,
  kind, value, valid_to, seen_at, follows_set)`;
const insert = (cells: string): string =>
  `INSERT INTO price_rule ${COLUMNS} ${NUMBERS} SELECT ${cells}, '2026-01-05 08:30:00', 1 FROM number`;

const GROUP = `CASE i % 5 WHEN 0 THEN '${CATEGORY}' WHEN 1 THEN 'Détaillants' WHEN 2 THEN 'Revendeurs & CHR'
  WHEN 3 THEN 'Export' ELSE 'Collectivités' END`;
const QUANTITY = `CASE i % 5 WHEN 0 THEN '1' WHEN 1 THEN '10' WHEN 2 THEN '50' WHEN 3 THEN '100' ELSE '500' END`;
const VALUE = `CAST(10 + i * 7 % 80 AS TEXT) || '.25'`;
const YEAR = `'2026-12-31 00:00:00'`;

/** As a price list has them (price-list.ts): of 25, twenty for groups and five for customers. */
const LISTED = insert(`${referenceSql(`(i / ${RULES_A_PRODUCT})`)},
  CASE WHEN i % 25 < 20 THEN '' ELSE 'CCL' || ${padded(`((i / 25 + i % 5 * 397) % 2000)`, 5)} END,
  CASE WHEN i % 25 < 20 THEN ${GROUP} ELSE '' END,
  CASE WHEN i % 25 >= 15 AND i % 25 < 20 THEN ${QUANTITY} ELSE '1' END,
  '', '', CASE WHEN i % 2 = 0 THEN '2026-01-01 00:00:00' ELSE '' END,
  CASE WHEN i % 25 < 20 THEN 'tarif' ELSE 'cli_prodfam' END, 'TF' || ${padded('(i % 25)', 5)},
  CASE WHEN i % 3 = 0 THEN 'percent_off' ELSE 'price' END, ${VALUE}, CASE WHEN i % 2 = 0 THEN ${YEAR} END`);
const CROWD = insert(`${referenceSql(String(CROWDED.product))}, '${CROWDED.customer}', '',
  CAST(1 + i / ${RULES_A_QUANTITY} AS TEXT), '', '', '', 'crowd', 'CF' || ${padded('i', 5)},
  CASE WHEN i % 5 = 0 THEN 'percent_off' ELSE 'price' END, ${VALUE}, ${YEAR}`);
const LIKE =
  insert(`${referenceSql(String(ALIKE.product))}, '${ALIKE.customer}', '', '1', '', '', '', 'alike',
  'AF' || ${padded('i', 5)}, 'price', CAST(10 + i * 7 % ${ALIKE.rules} AS TEXT) || '.25', ${YEAR}`);
const WIDELY = insert(`${referenceSql('i')}, '${WIDE.customer}', '', '2', '', '', '', 'wide', 'WF1', 'price',
  ${VALUE}, NULL`);

/** So many rules of `rules` / 25 products, and in them those of the three customers, who must be there. */
export const fillRules =
  (rules: number): Fill =>
  async (database) => {
    await database.write((sql) =>
      sql.run(CATEGORIZE, [CATEGORY, ...SPECIAL.map(({ customer }) => customer)]),
    );
    await inChunks(database, CROWDED.rules, (sql, from, to) => sql.run(CROWD, [from, to]));
    await inChunks(database, ALIKE.rules, (sql, from, to) => sql.run(LIKE, [from, to]));
    await inChunks(database, WIDE.products, (sql, from, to) => sql.run(WIDELY, [from, to]));
    await inChunks(database, rules - CROWDED.rules - ALIKE.rules - WIDE.products, (sql, from, to) =>
      sql.run(LISTED, [from, to]),
    );
  };
