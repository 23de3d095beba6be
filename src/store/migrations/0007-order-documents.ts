import type { Migration } from './migration.ts';

const NAMES = [
  ['documentType', '20', 'quote'],
  ['documentType', '21', 'order'],
  ['documentType', '22', 'delivery_note'],
  ['documentType', '23', 'invoice'],
  ['documentState', '0', 'entered'],
  ['documentState', '1', 'confirmed'],
  ['documentState', '2', 'to_prepare'],
] as const;

/** A quote within a JSON text has a backslash before it, so that these match nothing but the fields themselves. */
const named = NAMES.reduce(
  (content, [field, code, name]) => `replace(${content}, '"${field}":"${code}"', '"${field}":"${name}"')`,
  'content',
);

/** The piece that an ERP makes of an order was kept as the wire's codes; now by name. */
export const ORDER_DOCUMENTS: Migration = {
  id: '0007-order-documents',
  sqlite: ['shop_order', 'sales_document'].map(
    (table) => `UPDATE ${table} SET content = ${named} WHERE content LIKE '%"document%'`,
  ),
};
