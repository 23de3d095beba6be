import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { attachment } from '../../http/attachment.ts';
import { StreamedFile } from '../../http/streamed-file.ts';
import { defineRoute } from '../../route.ts';
import { DOCUMENT_FILE_TYPES } from '../../schemas/document.ts';
import { partOf } from '../part-of.ts';
import { documentParams } from './document-params.ts';
import { readDocument } from './read-document.ts';

const EXTENSIONS = { 'application/pdf': 'pdf', 'text/html': 'html' } as const;
/** What an ERP sends as HTML runs nowhere, even where a browser shows it. */
const INERT = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export const getDocumentFile = defineRoute({
  method: 'get',
  path: '/documents/{number}/file',
  scope: 'orders',
  tag: 'Documents',
  summary: 'A sales document’s file: PDF or, from some ERPs, HTML',
  description:
    'To be saved, not shown: `Content-Disposition` names it after the document. The ETag is its content’s SHA-256. One part of it can ' +
    'be asked for with `Range`; what asks for several, or for what lies behind the end, gets all of it.',
  params: documentParams,
  reply: z.file(),
  fileTypes: DOCUMENT_FILE_TYPES,
  hasRanges: true,
  replyHeaders: {
    'Content-Disposition': '`attachment`, with a name for the file.',
    'Content-Security-Policy': 'No script runs in it, nothing is loaded.',
    'Accept-Ranges': '`bytes`',
  },
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { number }, parts }) {
    const { file } = await readDocument(parts, number);
    const where = { entity: 'sales_document', record: number } as const;
    if (!file) throw fail('file_none', where);
    const opened = await partOf(parts.documentArchive, 'reading_unsupported').openDocumentFile(file);
    if (!opened) throw fail('file_lost', where);
    return {
      content: new StreamedFile(opened, file),
      headers: {
        etag: `"${file.sha256}"`,
        'content-disposition': attachment(number, EXTENSIONS[file.type]),
        'content-security-policy': INERT,
      },
    };
  },
});
