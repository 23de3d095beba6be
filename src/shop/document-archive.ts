import type { LocalDateTime } from '../domain/dates.ts';
import type { DocumentOwner, SalesDocument, SalesDocumentType } from '../domain/sales-document.ts';
import type { Page, PageQuery } from './pages.ts';

/**
 * Reads sales documents as a storefront does: by page, by whose they are and which order they come of, with their files.
 *
 * A customer's are those that carry its id in the shop or its code in the ERP (one that carries the id with the code of
 * somebody else is not), and those that carry neither but an address of the customer or of one of its contacts. An order's
 * are those that say its id or reference, as their order or as their number, and carry the order's customer.
 */
export interface DocumentArchive {
  documentPage(query: DocumentQuery): Promise<Page<ArchivedDocument>>;
  archivedDocument(number: string): Promise<ArchivedDocument | undefined>;
  /** Of each of these orders that has some, by the order's id: the numbers of its documents, the oldest first. */
  documentsOfOrders(orderIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Undefined where there is no such file, or not all of it. Rejects with `store_unavailable`. */
  openDocumentFile(file: NonNullable<SalesDocument['file']>): Promise<OpenFile | undefined>;
}

/** A file that is read while it is sent. */
export interface OpenFile {
  readonly bytes: number;
  /** Nothing is opened before the first read. Both ends belong to the range; without one, the whole file. */
  stream(range?: ByteRange): ReadableStream<Uint8Array>;
}

export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What each order's places are made of. */
export const DOCUMENT_ORDERS = {
  number: ['string'],
  date: ['string', 'string'],
  updatedAt: ['string', 'string'],
} as const;
export type DocumentOrder = keyof typeof DOCUMENT_ORDERS;

/** What is asked for must all be so. */
export interface DocumentQuery extends PageQuery {
  readonly order: DocumentOrder;
  readonly isDescending: boolean;
  /** The shop's id of a customer; where no customer has it, the ERP's code. */
  readonly customer?: string;
  /** The address that the document carries, in any case. */
  readonly email?: string;
  /** The order's id. */
  readonly ofOrder?: string;
  readonly types?: readonly SalesDocumentType[];
  readonly number?: string;
  /** Of this moment or later. */
  readonly from?: LocalDateTime;
  /** Of this moment or earlier. */
  readonly until?: LocalDateTime;
}

export interface ArchivedDocument extends SalesDocument {
  /** The piece's; of one that came as a file alone, when it came. */
  readonly date: LocalDateTime;
  readonly owner: DocumentOwner;
  readonly createdAt: LocalDateTime;
  readonly updatedAt: LocalDateTime;
}
