/**
 * A table as French software reads it: semicolons, CRLF, a cell in quotes where it holds a semicolon, a quote, a line
 * break, or white space at its ends. Every cell can be read back as it was.
 */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${formatRow(cells)}\r\n`).join('');

/** An empty line would be no row. */
const formatRow = (cells: readonly string[]): string => cells.map(formatCell).join(';') || '""';

const formatCell = (cell: string): string =>
  /[;"\r\n\t]|^\s|\s$|^\uFEFF/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const FORMULA = /^[=@\t\r]|^[+-](?![\d\s().-]*$)/;

/**
 * A text that a stranger typed, made harmless for whoever opens the table in a spreadsheet: what a formula begins with gets
 * an apostrophe in front. A number or a telephone number (`+33 6 12`) is none.
 */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
