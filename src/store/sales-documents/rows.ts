import type { LocalDateTime } from '../../domain/dates.ts';
import { documentOwner, type SalesDocument, type SalesDocumentContent } from '../../domain/sales-document.ts';
import { emailKey } from '../customers/emails.ts';
import { columns, type Row, table } from '../table.ts';

/** What a document's row says of it, beside its number. */
interface SaidDocument extends Omit<SalesDocument, 'number' | 'file'> {
  readonly fileType?: NonNullable<SalesDocument['file']>['type'];
  readonly fileSha256?: string;
  readonly fileBytes?: number;
}
export const SAID = columns<SaidDocument>({
  type: 'text',
  content: 'json',
  email: 'text',
  erpId: 'text',
  fileType: 'text',
  fileSha256: 'text',
  fileBytes: 'integer',
});

/** What lists go by; it follows from the rest. */
interface FoundBy {
  readonly customerId?: string;
  readonly customerCode?: string;
  readonly emailKey?: string;
  readonly orderId?: string;
  readonly date: LocalDateTime;
}
export const FOUND_BY = columns<FoundBy>({
  customerId: 'text',
  customerCode: 'text',
  emailKey: 'text',
  orderId: 'text',
  date: ['text', 'document_date'],
});

interface StoredDocument extends SaidDocument, FoundBy, Pick<SalesDocument, 'number'> {
  readonly createdAt: LocalDateTime;
  readonly updatedAt: LocalDateTime;
}
export const SALES_DOCUMENT = table<StoredDocument>('sales_document', {
  number: 'text',
  ...SAID.kinds,
  ...FOUND_BY.kinds,
  createdAt: 'text',
  updatedAt: 'text',
});
export type DocumentRow = Row<StoredDocument>;

interface Document {
  readonly content: SalesDocumentContent | undefined;
  readonly email: string | undefined;
  readonly createdAt: LocalDateTime;
}

export function foundBy({ content, email, createdAt }: Document) {
  const owner = documentOwner({ ...(content && { content }), ...(email !== undefined && { email }) });
  return FOUND_BY.cells({
    customerId: owner.id,
    customerCode: owner.code,
    emailKey: emailKey(owner.email),
    orderId: content?.orderId,
    date: content?.placedAt ?? createdAt,
  });
}

export function documentFromRow(row: DocumentRow): SalesDocument {
  const { fileType: type, fileSha256: sha256, fileBytes: bytes, ...said } = SAID.fromRow(row);
  const isFiled = type !== undefined && sha256 !== undefined && bytes !== undefined;
  return { number: row.number, ...said, ...(isFiled && { file: { type, sha256, bytes } }) };
}
