import type { LocalDateTime } from '../domain/dates.ts';
import { defined, filled } from '../domain/optional.ts';
import type { Decoded } from '../domain/problem.ts';
import {
  type DocumentFile,
  documentTypeFromNumber,
  SALES_DOCUMENT_TYPES,
  type SalesDocument,
  type SalesDocumentChange,
  type SalesDocumentContent,
  type SalesDocumentType,
} from '../domain/sales-document.ts';
import { encodeBase64 } from '../parsing/base64.ts';
import { readDocumentFile } from '../parsing/document-file.ts';
import { readOrderContent } from './order-record.ts';
import {
  chosen,
  decodeRecord,
  ignoreFields,
  type JsonObject,
  type RecordReader,
  readCustomFields,
  readDate,
  readFilled,
  readObject,
  readText,
  refusal,
  refuseOthers,
  required,
} from './record-reader.ts';

/** A sales document as `export documents` writes it; `bytes` are its file's, when files go along. */
export function formatDocument(document: SalesDocument, bytes?: Uint8Array): JsonObject {
  const { number, type, file, ...rest } = document;
  return {
    number,
    type,
    ...rest,
    ...defined({ file: file && (bytes ? { ...file, base64: encodeBase64(bytes) } : file) }),
  };
}

export interface DocumentRecord {
  readonly change: SalesDocumentChange;
  /** The piece's, where it is said beside the content. */
  readonly date?: LocalDateTime;
  /** The record names a file without its bytes. */
  readonly fileLeftOut: boolean;
  /** The name of that file. */
  readonly fileName?: string;
}

export const readDocument = (source: unknown): Decoded<DocumentRecord> =>
  decodeRecord('sales_document', source, (reader) => {
    const number = required(reader, 'number', readText).trim();
    reader.record = number;
    const file = readFile(reader);
    const date = readDate(reader, 'date') ?? undefined;
    const content = readObject(reader, 'content');
    const change: SalesDocumentChange = {
      number,
      type: readType(reader, number),
      ...readFilled(reader, { email: 'text', erpId: 'text' }),
      ...defined({
        content: content ? readContent(content) : undefined,
        file: isLeftOut(file) ? undefined : file,
      }),
    };
    refuseOthers(reader);
    const leftOut = isLeftOut(file) ? file : undefined;
    return defined({ change, date, fileLeftOut: leftOut !== undefined, fileName: leftOut?.leftOut });
  });

function readContent(reader: RecordReader): SalesDocumentContent {
  const content = {
    ...readFilled(reader, { placedAt: 'date', orderId: 'text' }),
    ...readOrderContent(reader),
  };
  const custom = Object.entries(readCustomFields(reader) ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return { ...content, ...defined({ customFields: filled(Object.fromEntries(custom)) }) };
}

function readType(reader: RecordReader, number: string): SalesDocumentType {
  const value = readText(reader, 'type');
  if (value === null || value === undefined) return documentTypeFromNumber(number);
  return chosen(reader, { field: 'type', value, choices: SALES_DOCUMENT_TYPES });
}

interface LeftOut {
  readonly leftOut: string | undefined;
}

const isLeftOut = (file: DocumentFile | LeftOut | undefined): file is LeftOut =>
  file !== undefined && 'leftOut' in file;

function readFile(reader: RecordReader): DocumentFile | LeftOut | undefined {
  const file = readObject(reader, 'file');
  if (!file) return undefined;
  ignoreFields(file, 'type', 'sha256', 'bytes');
  const base64 = readText(file, 'base64');
  const leftOut = readText(file, 'name') ?? undefined;
  refuseOthers(file);
  if (base64 === null || base64 === undefined) return { leftOut };
  const read = readDocumentFile(base64);
  if (typeof read === 'string') throw refusal(reader, read, { field: 'file.base64' });
  return read;
}
