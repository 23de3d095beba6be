import type { Migration } from './migration.ts';

/** As `foldedText` writes them, for what is stored already; what it folds beyond these follows with the next change. */
const FOLDED = [
  ['àáâãäåÀÁÂÃÄÅ', 'a'],
  ['çÇ', 'c'],
  ['èéêëÈÉÊË', 'e'],
  ['ìíîïÌÍÎÏ', 'i'],
  ['ñÑ', 'n'],
  ['òóôõöÒÓÔÕÖ', 'o'],
  ['ùúûüÙÚÛÜ', 'u'],
  ['ýÿÝŸ', 'y'],
  ['œŒ', 'oe'],
  ['æÆ', 'ae'],
] as const;

const folded = (text: string): string =>
  FOLDED.flatMap(([letters, plain]) => Array.from(letters, (letter) => [letter, plain] as const)).reduce(
    (folding, [letter, plain]) => `replace(${folding}, '${letter}', '${plain}')`,
    `lower(${text})`,
  );

/**
 * What lists of the JSON API go by. `product_search` has one narrow row a product, folded, so that a search reads over
 * little.
 */
export const CATALOGUE_READING: Migration = {
  id: '0012-catalogue-reading',
  sqlite: [
    `CREATE TABLE product_search (
  product_id INTEGER NOT NULL REFERENCES product (id),
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (product_id)
)`,
    `INSERT INTO product_search (product_id, reference, name)
SELECT product.id, ${folded('product.reference')}, ${folded(`coalesce(product_text.name, '')`)}
FROM product LEFT JOIN product_text ON product_text.product_id = product.id AND product_text.language = ''`,
    'CREATE INDEX product_search_reference ON product_search (reference)',
    'CREATE INDEX product_search_name ON product_search (name)',
    'CREATE INDEX product_updated ON product (kind, updated_at, id)',
    'CREATE INDEX product_category ON product (category_id, kind, id) WHERE category_id IS NOT NULL',
    'CREATE INDEX product_image ON product (image_sha256) WHERE image_sha256 IS NOT NULL',
  ],
};
