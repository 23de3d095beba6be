import type { RecordKind } from '../kinds.ts';
import { type Column, foldHeader, type Part, type RowRecord } from './columns.ts';
import { CUSTOMER_COLUMNS } from './customer-columns.ts';
import { ORDER_COLUMNS } from './order-columns.ts';
import { PRICE_RULE_COLUMNS } from './price-rule-columns.ts';
import { AXIS_HEADERS, PRODUCT_COLUMNS } from './product-columns.ts';
import type { Target } from './synonyms.ts';

/** How a table of one kind of records is read. */
export interface Table {
  readonly columns: ReadonlyMap<string, Target>;
  /** The field that a table cannot do without. */
  readonly key: string;
  /** What becomes of a column that is not known. */
  meaningOf(header: string): 'axis' | 'custom' | 'ignored';
  /** The record with what its unknown columns say. */
  finish(row: RowRecord): Part;
}

const custom = (header: string) => (AXIS_HEADERS.has(foldHeader(header)) ? 'axis' : 'custom');

export const TABLES: Readonly<Partial<Record<RecordKind, Table>>> = {
  products: {
    columns: PRODUCT_COLUMNS,
    key: 'reference',
    meaningOf: custom,
    finish: finishProduct,
  },
  customers: {
    columns: CUSTOMER_COLUMNS,
    key: 'code',
    meaningOf: () => 'custom',
    finish: ({ record, others }) => withCustomFields(record, others),
  },
  'price-rules': {
    columns: PRICE_RULE_COLUMNS,
    key: 'reference',
    meaningOf: () => 'ignored',
    finish: ({ record }) => record,
  },
  orders: {
    columns: ORDER_COLUMNS,
    key: 'id',
    meaningOf: () => 'ignored',
    finish: ({ record }) => record,
  },
};

/** Only a variant has axes: a plain product's colour is a field like any other. */
function finishProduct({ record, others }: RowRecord): Part {
  if (record.parent === undefined) return withCustomFields(record, others);
  const isAxis = ([header]: readonly [string, string]): boolean => custom(header) === 'axis';
  const axes = others.filter(isAxis).map(([name, value]) => ({ name, value }));
  const rest = others.filter((cell) => !isAxis(cell));
  return withCustomFields(axes.length > 0 ? { ...record, axes } : record, rest);
}

const withCustomFields = (record: Part, others: RowRecord['others']): Part =>
  others.length > 0 ? { ...record, customFields: Object.fromEntries(others) } : record;

/** Our path of each recognised column, with the header that the file has for it. */
export const headersByPath = (columns: readonly Column[]): ReadonlyMap<string, string> =>
  new Map(columns.flatMap(({ header, target }) => (target ? [[target.path, header]] : [])));
