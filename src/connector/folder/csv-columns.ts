import type { PostalAddress } from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { withoutFormula } from './csv-writer.ts';

/** A column of a table that is written for the ERP, and its cell of one row. */
export type CsvColumn<Row> = readonly [header: string, cell: (row: Row) => string];

/** A text that a stranger may have typed. */
export const typed = (text: string | undefined): string => withoutFormula(text ?? '');

/** With a decimal comma. */
export const amount = (value: Decimal | undefined): string => (value ?? '').replace('.', ',');

/** `dd/mm/yyyy hh:mm:ss` */
export const frenchDate = (date: LocalDateTime): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}${date.slice(10)}`;

/** `suffix`: what tells one address from another in the headers. */
export const addressColumns = <Row>(
  addressOf: (row: Row) => PostalAddress,
  suffix = '',
): readonly CsvColumn<Row>[] => [
  [`Société${suffix}`, (row) => typed(addressOf(row).company)],
  [`Nom${suffix}`, (row) => typed(addressOf(row).lastName)],
  [`Prénom${suffix}`, (row) => typed(addressOf(row).firstName)],
  [`Adresse${suffix}`, (row) => typed(addressOf(row).address1)],
  [`Adresse 2${suffix}`, (row) => typed(addressOf(row).address2)],
  [`CP${suffix}`, (row) => typed(addressOf(row).postcode)],
  [`Ville${suffix}`, (row) => typed(addressOf(row).city)],
  [`Pays${suffix}`, (row) => typed(addressOf(row).country)],
  [`Téléphone${suffix}`, (row) => typed(addressOf(row).phone)],
  [`Portable${suffix}`, (row) => typed(addressOf(row).mobile)],
];

export const tableOf = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string[][] => [
  columns.map(([header]) => header),
  ...rows.map((row) => columns.map(([, cell]) => cell(row))),
];
