import { localDateTime } from '../../../domain/dates.ts';
import { binaryText, floatText } from '../cell-text.ts';

export interface MssqlColumn {
  readonly name: string;
  readonly type: unknown;
}

/** What a `Date` of the driver stands for; only `instant` has a zone. */
type ColumnKind = 'instant' | 'time' | 'other';

export function columnKindOf(
  type: unknown,
  { DateTimeOffset, Time }: { readonly DateTimeOffset: unknown; readonly Time: unknown },
): ColumnKind {
  if (type === DateTimeOffset) return 'instant';
  return type === Time ? 'time' : 'other';
}

/**
 * A value of the driver `mssql` as text. It gives decimals as binary floats, whose shortest spelling is the decimal up to
 * 15 digits; whole numbers over 32 bits as text.
 */
export function mssqlCellText(cell: unknown, kind: ColumnKind = 'other', timeZone = 'Europe/Paris'): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') return floatText(String(cell));
  if (cell instanceof Uint8Array) return binaryText(cell);
  if (cell instanceof Date) return dateText(cell, kind, timeZone);
  return String(cell).trim();
}

/** With `useUTC` a date without a zone is its wall clock in UTC. */
function dateText(date: Date, kind: ColumnKind, timeZone: string): string {
  if (kind === 'instant') return localDateTime(date, timeZone);
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  return kind === 'time' ? time : `${day} ${time}`;
}
