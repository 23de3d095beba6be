import type { RecordKind } from '../kinds.ts';
import type { Column, OtherCell, Recognition, RowRecord } from './columns.ts';
import { CUSTOMER_COLUMNS } from './customer-columns.ts';
import { DOCUMENT_COLUMNS } from './document-columns.ts';
import type { Grouping } from './groups.ts';
import { foldHeader } from './headers.ts';
import { ORDER_COLUMNS } from './order-columns.ts';
import { DOCUMENT_ROWS, ORDER_ROWS } from './orders.ts';
import type { Part } from './parts.ts';
import { PRICE_RULE_COLUMNS } from './price-rule-columns.ts';
import { AXIS_HEADERS, PRODUCT_COLUMNS } from './product-columns.ts';
import { SHIPMENT_COLUMNS } from './shipment-columns.ts';
import { STOCK_COLUMNS } from './stock-columns.ts';
import { withOwnPaths } from './synonyms.ts';

/** What a table may hold: the kinds of records, and what an ERP keeps in tables beside them. */
export type TableKind = RecordKind | 'stock' | 'shipments';

/** How a table of one kind of records is read. */
export interface Table extends Recognition {
  /** The record with what its unknown columns say. */
  finish(row: RowRecord): Part;
  /** Where several rows make one record. */
  readonly grouping?: Grouping;
}

/** A table whose records have no place for what is not known. */
const strict: Pick<Table, 'meaningOf' | 'finish'> = {
  meaningOf: () => 'ignored',
  finish: ({ record }) => record,
};

export const TABLES: Readonly<Record<TableKind, Table>> = {
  products: {
    columns: withOwnPaths(PRODUCT_COLUMNS),
    key: 'reference',
    meaningOf: (header) => (AXIS_HEADERS.has(foldHeader(header)) ? 'axis' : 'custom'),
    finish: finishProduct,
  },
  customers: {
    columns: withOwnPaths(CUSTOMER_COLUMNS),
    key: 'code',
    meaningOf: () => 'custom',
    finish: ({ record, others }) => withCustomFields(record, others),
  },
  'price-rules': { ...strict, columns: withOwnPaths(PRICE_RULE_COLUMNS), key: 'reference' },
  orders: { ...strict, columns: withOwnPaths(ORDER_COLUMNS), key: 'id', grouping: ORDER_ROWS },
  documents: { ...strict, columns: withOwnPaths(DOCUMENT_COLUMNS), key: 'number', grouping: DOCUMENT_ROWS },
  stock: { ...strict, columns: withOwnPaths(STOCK_COLUMNS), key: 'reference' },
  shipments: { ...strict, columns: withOwnPaths(SHIPMENT_COLUMNS), key: 'orderId' },
};

/** Only a variant has axes: a plain product's colour is a field like any other. */
function finishProduct({ record, others }: RowRecord): Part {
  if (record.parent === undefined) return withCustomFields(record, others);
  const isAxis = ({ meaning }: OtherCell): boolean => meaning === 'axis';
  const axes = others.filter(isAxis).map(({ name, cell }) => ({ name, value: cell }));
  const rest = others.filter((cell) => !isAxis(cell));
  return withCustomFields(axes.length > 0 ? { ...record, axes } : record, rest);
}

const withCustomFields = (record: Part, others: readonly OtherCell[]): Part =>
  others.length > 0
    ? { ...record, customFields: Object.fromEntries(others.map(({ name, cell }) => [name, cell])) }
    : record;

/** Our path of each recognised column, with the header that the file has for it. */
export const headersByPath = (columns: readonly Column[]): ReadonlyMap<string, string> =>
  new Map(columns.flatMap(({ header, target }) => (target ? [[target.path, header]] : [])));
