import { said, searchText } from '../../app/search.ts';

export const DOCUMENT_TYPES = [
  ...(['invoice', 'delivery_note', 'credit_note', 'quote', 'order', 'other'] as const),
] as const;

export interface DocumentsFilter {
  readonly number?: string;
  readonly type?: (typeof DOCUMENT_TYPES)[number];
  /** The shop's id, or the ERP's code. */
  readonly customer?: string;
}

export const readDocumentsFilter = (search: Readonly<Record<string, unknown>>): DocumentsFilter =>
  said<DocumentsFilter>({
    number: searchText(search.number),
    type: DOCUMENT_TYPES.find((type) => type === search.type),
    customer: searchText(search.customer),
  });

/** As the API asks. */
export const documentsQuery = ({ number, type, customer }: DocumentsFilter) => ({
  ...(number !== undefined && { number }),
  ...(type && { type: [type] }),
  ...(customer !== undefined && { customer }),
});
