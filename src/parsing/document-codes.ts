import type { OrderDocumentState, OrderDocumentType } from '../domain/order.ts';
import type { SalesDocumentType } from '../domain/sales-document.ts';

/** The ERPs' numbers for the pieces that orders become (seed §11; 22 is not in it, but the ERPs have it). */
export const DOCUMENT_TYPE_CODES: Readonly<Record<OrderDocumentType, string>> = {
  quote: '20',
  order: '21',
  delivery_note: '22',
  invoice: '23',
};

export const DOCUMENT_STATE_CODES: Readonly<Record<OrderDocumentState, string>> = {
  entered: '0',
  confirmed: '1',
  to_prepare: '2',
};

const byCode = <Name extends string>(codes: Readonly<Record<Name, string>>): ReadonlyMap<string, Name> =>
  new Map(Object.entries<string>(codes).map(([name, code]) => [code, name as Name]));

const TYPES = byCode(DOCUMENT_TYPE_CODES);
const STATES = byCode(DOCUMENT_STATE_CODES);

export const documentTypeFromCode = (code: string): OrderDocumentType | undefined => TYPES.get(code);
export const documentStateFromCode = (code: string): OrderDocumentState | undefined => STATES.get(code);

const WORDS: ReadonlyMap<string, SalesDocumentType> = new Map([
  ['devis', 'quote'],
  ['commande', 'order'],
  ['bon de commande', 'order'],
  ['bon de livraison', 'delivery_note'],
  ['livraison', 'delivery_note'],
  ['bl', 'delivery_note'],
  ['delivery note', 'delivery_note'],
  ['facture', 'invoice'],
  ['avoir', 'credit_note'],
  ['credit note', 'credit_note'],
  ['autre', 'other'],
]);

/** The kind of a sales document as a number or a word says it, in small letters without accents. */
export const parseDocumentType = (word: string): SalesDocumentType | undefined =>
  documentTypeFromCode(word) ?? WORDS.get(word);
