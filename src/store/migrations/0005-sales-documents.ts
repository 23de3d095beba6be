import type { Migration } from './migration.ts';

/** `content` is a SalesDocumentContent in JSON; the file's bytes are a blob. Either may be missing. */
export const SALES_DOCUMENTS: Migration = {
  id: '0005-sales-documents',
  sqlite: [
    `CREATE TABLE sales_document (
  number TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  content TEXT,
  email TEXT,
  erp_id TEXT,
  file_type TEXT,
  file_sha256 TEXT,
  file_bytes INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
)`,
  ],
};
