import { fail } from '../../domain/error.ts';
import { valueFromCell } from './cells.ts';
import { type ColumnMap, checkedMap, pathInMap, type Recognised, recognisedPath } from './column-map.ts';
import { foldHeader } from './headers.ts';
import { type Part, setPath } from './parts.ts';
import type { Meaning, Target } from './synonyms.ts';

/** A column of a table, with what it was recognised as. */
export interface Column extends Recognised {
  readonly header: string;
  /** From 0. */
  readonly index: number;
}

/** How the columns of one kind of table are told. */
export interface Recognition {
  /** By folded header; the paths of ours that a column may have. */
  readonly columns: ReadonlyMap<string, Target>;
  /** The field that a table cannot do without. */
  readonly key: string;
  /** What becomes of a column that is not known. */
  meaningOf(header: string): Meaning;
}

/**
 * Each column by the map, else by its header. Of two columns that mean the same field, the first has it. Throws
 * `column_missing` without the table's key, `field_unknown` and `value_conflict` for a map that cannot be followed.
 */
export function columnsFromHeaders(
  headers: readonly string[],
  table: Recognition,
  map: ColumnMap = {},
): readonly Column[] {
  const columns = recognisedColumns(headers, table, map);
  if (columns.some(({ target }) => target?.path === table.key)) return columns;
  const names = [...table.columns].filter(([, { path }]) => path === table.key).map(([name]) => name);
  throw fail('column_missing', { field: table.key, value: headers.join(', '), expected: names.join(', ') });
}

/** As columnsFromHeaders, the key not being asked for. */
export function recognisedColumns(
  headers: readonly string[],
  table: Recognition,
  map: ColumnMap = {},
): readonly Column[] {
  const taken = checkedMap(headers, table.columns, map);
  return headers.map((header, index): Column => {
    const path = pathInMap(map, header);
    const said = path === undefined ? undefined : recognisedPath(path, table.columns);
    if (said) return { header, index, ...(headers.indexOf(header) === index ? said : IGNORED) };
    const guess = guessed(header, table);
    if (!guess.target) return { header, index, ...guess };
    if (taken.has(guess.target.path)) return { header, index, ...unknown(header, table) };
    taken.add(guess.target.path);
    return { header, index, ...guess };
  });
}

const IGNORED: Recognised = { target: undefined, meaning: 'ignored', name: '' };

const unknown = (header: string, table: Recognition): Recognised => ({
  target: undefined,
  meaning: header === '' ? 'ignored' : table.meaningOf(header),
  name: header,
});

/** A header may also be a path of ours as it is: `translations.en.name`. */
function guessed(header: string, table: Recognition): Recognised {
  const target = table.columns.get(foldHeader(header)) ?? recognisedPath(header, table.columns)?.target;
  return target ? { target, meaning: 'ignored', name: '' } : unknown(header, table);
}

/** A cell of a column that is no field of ours. */
export interface OtherCell {
  readonly meaning: Meaning;
  readonly name: string;
  readonly cell: string;
}

export interface RowRecord {
  readonly record: Part;
  readonly others: readonly OtherCell[];
}

/** The parts of a list are set in their order, whatever order the columns stand in. */
export const inPathOrder = (columns: readonly Column[]): readonly Column[] =>
  columns.toSorted((a, b) => comparePaths(a.target?.path ?? '', b.target?.path ?? ''));

const { compare: comparePaths } = new Intl.Collator('en', { numeric: true });

/** The record that a row says. Empty cells say nothing. */
export function recordFromRow(columns: readonly Column[], cells: readonly string[]): RowRecord {
  const record: Part = {};
  const others: OtherCell[] = [];
  for (const { target, meaning, name, index } of columns) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    if (!target) {
      if (meaning !== 'ignored') others.push({ meaning, name, cell });
      continue;
    }
    setPath(record, target.path, valueFromCell(cell, target.cell));
    if (target.implies) setPath(record, target.implies.path, target.implies.value);
  }
  return { record, others };
}
