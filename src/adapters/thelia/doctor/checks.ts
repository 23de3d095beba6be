import { sql as raw } from 'kysely';
import type { FoundRow, RecordCheck } from '../../mysql/strange-records.ts';

/** A space around a reference, or none at all: the ERP's never have one. */
const BLANK = raw<FoundRow>`SELECT ref AS record FROM produit
  WHERE ref = '' OR LENGTH(ref) <> LENGTH(TRIM(ref)) ORDER BY id`;

/** References that are one to the ERP. Thelia has no key on them, and nobody knows which the ERP means. */
const TWICE = raw<FoundRow>`SELECT MIN(TRIM(ref)) AS record, COUNT(*) AS value FROM produit
  WHERE ref <> '' GROUP BY LOWER(TRIM(ref)) HAVING COUNT(*) > 1 ORDER BY MIN(id)`;

/** On line in a rubrique that there is not: no page of the shop leads to it. */
const HIDDEN = raw<FoundRow>`SELECT product.ref AS record FROM produit AS product
  LEFT JOIN rubrique ON rubrique.id = product.rubrique
  WHERE product.ligne = 1 AND rubrique.id IS NULL ORDER BY product.id`;

/** The ERP's variants of a product that somebody deleted. */
const ORPHAN = raw<FoundRow>`SELECT variant.reference AS record, variant.parent_id AS value
  FROM passerelle_variant AS variant LEFT JOIN produit AS product ON product.id = variant.parent_id
  WHERE variant.parent_id IS NOT NULL AND product.id IS NULL ORDER BY variant.variant_key`;

/** The ERP's variants that nobody can choose: somebody deleted their stock, or what they are chosen by. */
const SHAPELESS = raw<FoundRow>`SELECT variant.reference AS record
  FROM passerelle_variant AS variant JOIN produit AS product ON product.id = variant.parent_id
  LEFT JOIN stock ON stock.produit = variant.parent_id AND stock.declidisp = variant.value_id
  LEFT JOIN declidisp AS value ON value.id = variant.value_id
  WHERE stock.id IS NULL OR value.id IS NULL ORDER BY variant.variant_key`;

const SAME_NUMBER = raw<FoundRow>`SELECT ref AS record, COUNT(*) AS value FROM commande
  WHERE ref <> '' GROUP BY ref HAVING COUNT(*) > 1 ORDER BY MIN(id)`;

const CHECKS: readonly RecordCheck[] = [
  { reason: 'cms_reference_blank', entity: 'product', rows: BLANK },
  { reason: 'cms_reference_twice', entity: 'product', rows: TWICE },
  { reason: 'cms_product_hidden', entity: 'product', rows: HIDDEN },
  { reason: 'cms_order_number_twice', entity: 'order', rows: SAME_NUMBER },
];

const OF_VARIANTS: readonly RecordCheck[] = [
  { reason: 'cms_variant_orphan', entity: 'variant', rows: ORPHAN },
  { reason: 'cms_variant_shapeless', entity: 'variant', rows: SHAPELESS },
];

/** `hasSides`: whether our own tables are there already. */
export const recordChecks = (hasSides: boolean): readonly RecordCheck[] =>
  hasSides ? [...CHECKS, ...OF_VARIANTS] : CHECKS;
