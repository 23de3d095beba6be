import { fail } from '../../domain/error.ts';
import { type CellKind, valueFromCell } from './cells.ts';
import type { Target } from './synonyms.ts';

/** A column of a table, with what it was recognised as. */
export interface Column {
  readonly header: string;
  readonly target: Target | undefined;
}

/** `Référence (SKU)` is `reference sku`: no accents, no case, one space between words. */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Of two columns that mean the same field, the first has it. Throws `column_missing` without `key`. */
export function columnsFromHeaders(
  headers: readonly string[],
  known: ReadonlyMap<string, Target>,
  key: string,
): readonly Column[] {
  const taken = new Set<string>();
  const columns = headers.map((header): Column => {
    const target = targetOf(header, known);
    if (!target || taken.has(target.path)) return { header, target: undefined };
    taken.add(target.path);
    return { header, target };
  });
  if (!taken.has(key)) {
    const names = [...known].filter(([, { path }]) => path === key).map(([name]) => name);
    throw fail('column_missing', { field: key, value: headers.join(', '), expected: names.join(', ') });
  }
  return columns;
}

/** A header may also be a path of ours as it is: `translations.en.name`. */
function targetOf(header: string, known: ReadonlyMap<string, Target>): Target | undefined {
  const folded = known.get(foldHeader(header));
  if (folded) return folded;
  return TRANSLATION.test(header) ? { path: header, cell: 'text' satisfies CellKind } : undefined;
}

const TRANSLATION = /^translations\.[A-Za-z-]{2,12}\.(?:name|description|shortDescription|meta[A-Z]\w+)$/;

export type Part = { [name: string]: unknown };

export interface RowRecord {
  readonly record: Part;
  /** Cells of columns that are not known, by header. */
  readonly others: readonly (readonly [header: string, cell: string])[];
}

/** The record that a row says. Empty cells say nothing. */
export function recordFromRow(columns: readonly Column[], cells: readonly string[]): RowRecord {
  const record: Part = {};
  const others: (readonly [string, string])[] = [];
  columns.forEach(({ header, target }, index) => {
    const cell = cells[index] ?? '';
    if (cell === '') return;
    if (!target) {
      others.push([header, cell]);
      return;
    }
    setPath(record, target.path, valueFromCell(cell, target.cell));
    if (target.implies) setPath(record, target.implies.path, target.implies.value);
  });
  return { record, others };
}

/** Sets `a.0.b`; a list has no holes, so that a second category without a first becomes the first. */
function setPath(record: Part, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.');
  const [next] = rest;
  if (next === undefined) record[name] = value;
  else if (/^\d+$/.test(next)) setItem(record, name, { index: Number(next), rest: rest.slice(1), value });
  else {
    const part = isPart(record[name]) ? record[name] : {};
    record[name] = part;
    setPath(part, rest.join('.'), value);
  }
}

interface Item {
  readonly index: number;
  readonly rest: readonly string[];
  readonly value: unknown;
}

function setItem(record: Part, name: string, { index, rest, value }: Item): void {
  const list: unknown[] = Array.isArray(record[name]) ? record[name] : [];
  const position = Math.min(index, list.length);
  record[name] = list;
  if (rest.length === 0) list[position] = value;
  else {
    const part = isPart(list[position]) ? list[position] : {};
    list[position] = part;
    setPath(part, rest.join('.'), value);
  }
}

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
