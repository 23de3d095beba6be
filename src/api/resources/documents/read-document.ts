import { fail } from '../../../domain/error.ts';
import type { ArchivedDocument } from '../../../shop/document-archive.ts';
import type { ApiParts } from '../../options.ts';
import { partOf } from '../part-of.ts';

/** Rejects with `record_unknown`. */
export async function readDocument({ documentArchive }: ApiParts, number: string): Promise<ArchivedDocument> {
  const stored = await partOf(documentArchive, 'reading_unsupported').archivedDocument(number);
  if (stored) return stored;
  throw fail('record_unknown', { entity: 'sales_document', record: number });
}
