import type { PRODUCT_FIELDS, TEXT_FIELDS } from '../../../domain/product.ts';
import { fieldTable, type WireTableFor } from '../parts/field-table.ts';

/** Both vocabularies of the texts: the universal one (seed §7), and PrestaShop's, in which the gammes come (seed §16). */
const TEXTS_TABLE = fieldTable({
  name: { kind: 'text', names: ['nom', 'name'], prestashop: 'name', warnsWhenEmpty: true },
  description: { kind: 'text', names: ['desc_longue', 'description'], prestashop: 'description' },
  shortDescription: {
    kind: 'text',
    names: ['desc_courte', 'description_short'],
    prestashop: 'description_short',
  },
  metaTitle: { kind: 'text', names: ['meta_title'] },
  metaDescription: { kind: 'text', names: ['meta_description'] },
  metaKeywords: { kind: 'text', names: ['meta_keywords'] },
} satisfies WireTableFor<typeof TEXT_FIELDS>);

const PRICE = { kind: 'decimal', names: ['p_vente', 'price'], warnsWhenEmpty: true } as const;
const STOCK = {
  kind: 'decimal',
  names: ['stock', 'quantity'],
  prestashop: 'quantity',
  warnsWhenEmpty: true,
} as const;
const WEIGHT = { kind: 'kilograms', names: ['poids', 'weight'], prestashop: 'weight' } as const;

export const PRODUCT_TABLE = fieldTable({
  ean13: { kind: 'code', names: ['EAN13'] },
  upc: { kind: 'code', names: ['UPC'] },
  width: { kind: 'centimetres', names: ['largeur'] },
  height: { kind: 'centimetres', names: ['hauteur'] },
  depth: { kind: 'centimetres', names: ['profondeur'] },
  netPrice: { ...PRICE, prestashop: 'price' },
  ...TEXTS_TABLE,
  taxRate: { kind: 'decimal', names: ['tva'], warnsWhenEmpty: true },
  ecotax: { kind: 'decimal', names: ['ecotaxe'] },
  stock: STOCK,
  weight: WEIGHT,
  active: { kind: 'boolean', names: ['actif', 'active'], prestashop: 'active' },
  available: { kind: 'boolean', names: ['disponible'] },
} satisfies WireTableFor<typeof PRODUCT_FIELDS>);

/** What every axis of a variant repeats; the price is `p_vente` among PrestaShop's names, too (seed §16). */
export const VARIANT_TABLE = fieldTable({ stock: STOCK, netPrice: PRICE, weight: WEIGHT });

export const TRANSLATION_TABLE = fieldTable({
  name: { ...TEXTS_TABLE.name, names: ['name', 'nom'] },
  description: { kind: 'text', names: ['description', 'desc_longue'] },
  shortDescription: { kind: 'text', names: ['description_short', 'desc_courte'] },
  metaTitle: TEXTS_TABLE.metaTitle,
  metaDescription: TEXTS_TABLE.metaDescription,
  metaKeywords: TEXTS_TABLE.metaKeywords,
} satisfies WireTableFor<typeof TEXT_FIELDS>);
