import type { DocumentFile } from '../../domain/sales-document.ts';
import { readDocumentFile } from './document-file.ts';
import { type Reading, refuse } from './reading.ts';
import { isBlank } from './values.ts';

/** The document from the first of several places that holds anything. None at all is fine; one that is none refuses. */
export function readAttachment(
  places: readonly (Uint8Array | string | undefined)[],
  reading: Reading,
): DocumentFile | undefined {
  const source = places.find((place) => (typeof place === 'string' ? !isBlank(place) : place?.length));
  if (source === undefined) return undefined;
  const file = readDocumentFile(source);
  if (typeof file !== 'string') return file;
  refuse(reading, file, { field: 'pdf' });
  return undefined;
}
