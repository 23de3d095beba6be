import type { LocalDateTime } from './dates.ts';
import type { Order } from './order.ts';

export type SalesDocumentType = 'quote' | 'order' | 'delivery_note' | 'invoice' | 'credit_note' | 'other';

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
export type SalesDocumentContent = Omit<Order, 'id' | 'reference' | 'state' | 'placedAt' | 'excluded'> & {
  readonly placedAt?: LocalDateTime;
  /** Elements of the piece that have no name here. */
  readonly customFields?: Readonly<Record<string, string>>;
};

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
