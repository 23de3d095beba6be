import type { LocalDateTime } from './dates.ts';
import { defined, filled } from './optional.ts';
import { ORDER_DOCUMENT_TYPES, type OrderContent } from './order.ts';

export const SALES_DOCUMENT_TYPES = [...ORDER_DOCUMENT_TYPES, 'credit_note', 'other'] as const;
export type SalesDocumentType = (typeof SALES_DOCUMENT_TYPES)[number];

const TYPE_BY_PREFIX: Readonly<Record<string, SalesDocumentType>> = {
  FA: 'invoice',
  BC: 'order',
  CM: 'order',
  BL: 'delivery_note',
  DE: 'quote',
  AV: 'credit_note',
};

/** The wire does not say a piece's type: the first two letters of its number do (seed §16). */
export function documentTypeFromNumber(number: string): SalesDocumentType {
  return TYPE_BY_PREFIX[number.slice(0, 2).toUpperCase()] ?? 'other';
}

export interface DocumentFile {
  readonly type: 'application/pdf' | 'text/html';
  readonly bytes: Uint8Array;
}

/** Header and lines in the order's vocabulary; texts that the ERP did not send are empty, amounts 0. */
export interface SalesDocumentContent extends OrderContent {
  readonly placedAt?: LocalDateTime;
  /** The shop's order that it comes of, by id or reference, where the sender says it. */
  readonly orderId?: string;
  /** Elements of the piece that have no name here. */
  readonly customFields?: Readonly<Record<string, string>>;
}

/**
 * A sales piece of the ERP. It may come as data (`add_order`), as a file (the documents push), or both, in any order:
 * what one of them does not carry stays as the other left it.
 */
export interface SalesDocumentChange {
  /** The piece's number: the natural key; the same number again replaces. */
  readonly number: string;
  /** As the sender named it, else from the number's prefix. */
  readonly type: SalesDocumentType;
  readonly content?: SalesDocumentContent;
  readonly file?: DocumentFile;
  /** The customer's address, of a pushed file. */
  readonly email?: string;
  /** The ERP's internal id of the piece (`oid`). */
  readonly erpId?: string;
}

/** A stored document. */
export interface SalesDocument extends Omit<SalesDocumentChange, 'file'> {
  readonly file?: { readonly type: DocumentFile['type']; readonly sha256: string; readonly bytes: number };
}

/** Whose a document is, as far as it says so itself. */
export interface DocumentOwner {
  /** The shop's id of the customer. */
  readonly id?: string;
  /** The ERP's code. */
  readonly code?: string;
  /** As it was sent; of a pushed file, else of the content. */
  readonly email?: string;
}

export const documentOwner = ({
  content,
  email,
}: Pick<SalesDocumentChange, 'content' | 'email'>): DocumentOwner =>
  defined({
    id: filled(content?.customer.id),
    code: filled(content?.customer.erpCode),
    email: filled(email) ?? filled(content?.customer.email),
  });
