import { createHash } from 'node:crypto';
import { PasserelleError } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import { type Problem, problem, quotable } from '../../domain/problem.ts';
import type { SalesDocumentChange } from '../../domain/sales-document.ts';
import { readDocumentFile } from '../../parsing/document-file.ts';
import { type DocumentRecord, readDocument } from '../../records/document-record.ts';
import type { ErpDocument, Read } from '../erp-source.ts';
import { readNamedFile, versionOfNamedFile } from './named-file.ts';
import { type FileRecord, recordsOfKind } from './reading.ts';

type ReadRecord = Extract<FileRecord<DocumentRecord>, { value: unknown }>;

/** The sales pieces of a folder. One that has neither lines nor a file is a problem: there is nothing to send. */
export async function* documentsOfFolder(folder: string): AsyncGenerator<readonly Read<ErpDocument>[]> {
  for await (const batch of recordsOfKind(folder, 'documents', readDocument)) {
    const documents: Read<ErpDocument>[] = [];
    for (const record of batch)
      documents.push('problem' in record ? record : await documentFromRecord(record, folder));
    yield documents;
  }
}

async function documentFromRecord(record: ReadRecord, folder: string): Promise<Read<ErpDocument>> {
  const { change, fileName } = record.value;
  if (!change.content && !change.file && fileName === undefined)
    return { problem: ofRecord(record, problem('field_missing', { field: 'file' })) };
  const file = fileName === undefined ? '' : await versionOfNamedFile(folder, fileName);
  if (typeof file !== 'string') return { problem: ofRecord(record, file) };
  const date = change.content?.placedAt ?? record.value.date;
  return {
    value: {
      number: change.number,
      type: change.type,
      ...defined({ date }),
      version: fingerprint(change, file),
      load: async () => (fileName === undefined ? change : withNamedFile(record, folder, fileName)),
    },
  };
}

async function withNamedFile(record: ReadRecord, folder: string, name: string): Promise<SalesDocumentChange> {
  const { change } = record.value;
  const found = await readNamedFile(folder, name);
  if ('reason' in found) throw new PasserelleError(ofRecord(record, found));
  const file = readDocumentFile(found.bytes);
  if (typeof file !== 'string') return { ...change, file };
  throw new PasserelleError(
    ofRecord(record, problem('not_a_file', { field: 'file', value: quotable(name) })),
  );
}

const ofRecord = ({ value, file, line }: ReadRecord, failure: Problem): Problem => ({
  ...failure,
  entity: 'sales_document',
  record: value.change.number,
  file,
  line,
});

const fingerprint = ({ file, ...said }: SalesDocumentChange, version: string): string =>
  createHash('sha256')
    .update(JSON.stringify(said))
    .update(version)
    .update(file?.bytes ?? '')
    .digest('hex');
