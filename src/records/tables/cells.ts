import type { FieldKind } from '../../domain/fields.ts';
import { parseDocumentType } from '../../parsing/document-codes.ts';
import { foldHeader } from './headers.ts';

/** How a cell is turned into what the records expect; `text` stays as it is. */
export type CellKind = 'text' | 'number' | 'boolean' | 'inverted' | 'path' | 'document-type';

/** What a cell must be for a field of a kind. */
export const CELL_OF: { readonly [Kind in FieldKind]: CellKind } = {
  text: 'text',
  decimal: 'number',
  boolean: 'boolean',
  date: 'text',
};

const UNIT = /\s*(?:€|eur|euros?|%|kg|cm|ht)$/i;
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ...['o', 'oui', 'y', 'yes', 'x', 'vrai', 'true', 'actif', 'active', '1', '-1'].map(
    (word) => [word, '1'] as const,
  ),
  ...['n', 'non', 'no', 'faux', 'false', 'inactif', 'inactive', '0'].map((word) => [word, '0'] as const),
]);

/** What a cell says; what cannot be understood stays as it is, for the record's reader to refuse by name. */
export function valueFromCell(cell: string, kind: CellKind): string | readonly string[] {
  switch (kind) {
    case 'number':
      return cell.replace(UNIT, '');
    case 'boolean':
      return BOOLEANS.get(cell.toLowerCase()) ?? cell;
    case 'inverted':
      return inverted(BOOLEANS.get(cell.toLowerCase()) ?? cell);
    case 'path':
      return cell.split(/\s*>\s*/).filter((name) => name !== '');
    case 'document-type':
      return parseDocumentType(foldHeader(cell)) ?? cell;
    default:
      return cell;
  }
}

const inverted = (value: string): string => (value === '1' ? '0' : value === '0' ? '1' : value);
