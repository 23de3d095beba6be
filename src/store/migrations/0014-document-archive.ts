import type { Migration } from './migration.ts';

const said = (
  places: { readonly [Name in 'customerId' | 'customerCode' | 'email' | 'placedAt']: string },
): string =>
  `UPDATE sales_document SET
  customer_id = nullif(${places.customerId}, ''),
  customer_code = nullif(${places.customerCode}, ''),
  email_key = nullif(lower(trim(coalesce(nullif(email, ''), ${places.email}))), ''),
  document_date = coalesce(${places.placedAt}, created_at)`;

const COLUMNS = ['customer_id', 'customer_code', 'email_key', 'order_id', 'document_date'].map(
  (column) => `ALTER TABLE sales_document ADD COLUMN ${column} TEXT`,
);

const INDEXES = [
  'CREATE INDEX sales_document_customer ON sales_document (customer_id) WHERE customer_id IS NOT NULL',
  'CREATE INDEX sales_document_code ON sales_document (customer_code) WHERE customer_code IS NOT NULL',
  'CREATE INDEX sales_document_email ON sales_document (email_key) WHERE email_key IS NOT NULL',
  'CREATE INDEX sales_document_order ON sales_document (order_id) WHERE order_id IS NOT NULL',
  'CREATE INDEX sales_document_date ON sales_document (document_date, number)',
  'CREATE INDEX sales_document_type ON sales_document (type, document_date, number)',
  'CREATE INDEX sales_document_updated ON sales_document (updated_at, number)',
];

/** PostgreSQL reads no JSON that has a NUL in any of its texts. */
const JSON_CONTENT = "replace(content, '\\u0000', '\\ufffd')::json";

/** Whose a document is, which order it comes of and its date, beside the content that says it: what lists go by. */
export const DOCUMENT_ARCHIVE: Migration = {
  id: '0014-document-archive',
  sqlite: [
    ...COLUMNS,
    said({
      customerId: "json_extract(content, '$.customer.id')",
      customerCode: "json_extract(content, '$.customer.erpCode')",
      email: "json_extract(content, '$.customer.email')",
      placedAt: "json_extract(content, '$.placedAt')",
    }),
    ...INDEXES,
  ],
  postgres: [
    ...COLUMNS,
    said({
      customerId: `${JSON_CONTENT} -> 'customer' ->> 'id'`,
      customerCode: `${JSON_CONTENT} -> 'customer' ->> 'erpCode'`,
      email: `${JSON_CONTENT} -> 'customer' ->> 'email'`,
      placedAt: `${JSON_CONTENT} ->> 'placedAt'`,
    }),
    ...INDEXES,
  ],
};
