import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Left out where the screen is narrow: the record's page has it. */
  readonly isMinor?: boolean;
  /** Takes the room that the others leave. */
  readonly isWide?: boolean;
}

interface DataTableProps<Row> {
  /** What is in it, for who listens. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Rows that have just come. */
  readonly isNew?: (row: Row) => boolean;
}

/** Rows whose link has the class `ROW_LINK` lead to their record wherever they are clicked. */
export function DataTable<Row>({ label, columns, rows, keyOf, isNew }: DataTableProps<Row>) {
  return (
    <div className={classes.scroller}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" {...flags(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-new={isNew?.(row) || undefined}>
              {columns.map((column) => (
                <td key={column.id} {...flags(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const flags = <Row,>({ isNumber, isMinor, isWide }: Column<Row>) => ({
  'data-number': isNumber || undefined,
  'data-minor': isMinor || undefined,
  'data-wide': isWide || undefined,
});

/** Of the link in a row that leads to its record: the whole row can be clicked. */
export const ROW_LINK = classes.link;
