import { ORDER_COLUMNS } from './order-columns.ts';
import { type Target, targets } from './synonyms.ts';

/** What a piece says in other columns, or has no use for. */
const NOT_CONTENT: ReadonlySet<string> = new Set(['id', 'reference', 'placedAt', 'state', 'customer.email']);

const CONTENT_COLUMNS = [...ORDER_COLUMNS].flatMap(([header, target]): [string, Target][] =>
  NOT_CONTENT.has(target.path) ? [] : [[header, { ...target, path: `content.${target.path}` }]],
);

/** One row a piece or, where its lines are given, one row a line; the rows of a piece follow one another. */
export const DOCUMENT_COLUMNS: ReadonlyMap<string, Target> = new Map([
  ...CONTENT_COLUMNS,
  ...targets('text', {
    number: [
      'number',
      'numero',
      'numero piece',
      'numero de piece',
      'n piece',
      'no piece',
      'piece',
      'numero document',
      'document',
      'do piece',
      'document number',
    ],
    date: ['date', 'date piece', 'date document', 'date facture', 'do date', 'document date'],
    email: ['email', 'e mail', 'mail', 'courriel', 'e mail client', 'email client', 'customer email'],
    erpId: ['erpid', 'id', 'oid', 'id erp', 'erp id'],
    'file.name': ['file', 'fichier', 'nom du fichier', 'pdf', 'fichier pdf', 'file name', 'filename'],
  }),
  ...targets('document-type', {
    type: ['type', 'type piece', 'type de piece', 'type document', 'type de document', 'document type'],
  }),
]);
