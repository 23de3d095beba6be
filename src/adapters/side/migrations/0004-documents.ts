import { type Migration, TABLE } from './migration.ts';

export const DOCUMENTS: Migration = {
  id: '0004-documents',
  statements: [
    `CREATE TABLE IF NOT EXISTS #__passerelle_document (
      number VARCHAR(150) NOT NULL PRIMARY KEY,
      type VARCHAR(32) NOT NULL,
      content LONGTEXT NULL,
      email VARCHAR(255) NULL,
      erp_id VARCHAR(255) NULL,
      file_type VARCHAR(32) NULL,
      file_sha256 CHAR(64) NULL,
      file_bytes BIGINT NULL
    ) ${TABLE}`,
  ],
};
