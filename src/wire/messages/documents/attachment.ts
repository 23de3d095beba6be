import type { DocumentFile } from '../../../domain/sales-document.ts';
import { readDocumentFile } from '../../../parsing/document-file.ts';
import { isBlank } from '../parts/blank.ts';
import { type RecordReading, refuse } from '../parts/record-reading.ts';

/** The document from the first of several places that holds anything. None at all is fine; one that is none refuses. */
export function readAttachment(
  places: readonly (Uint8Array | string | undefined)[],
  reading: RecordReading,
): DocumentFile | undefined {
  const source = places.find((place) => (typeof place === 'string' ? !isBlank(place) : place?.length));
  if (source === undefined) return undefined;
  const file = readDocumentFile(source);
  if (typeof file !== 'string') return file;
  refuse(reading, file, { field: 'pdf' });
  return undefined;
}
