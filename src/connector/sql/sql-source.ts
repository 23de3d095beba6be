import { join, resolve } from 'node:path';
import type { Decoded, Problem } from '../../domain/problem.ts';
import { readShipment } from '../../records/shipment-record.ts';
import { inItsWords, type ReadableRecord, type SourceRecord } from '../../records/source-record.ts';
import { readStock } from '../../records/stock-record.ts';
import type { Column } from '../../records/tables/columns.ts';
import { recordsFromTable } from '../../records/tables/records.ts';
import type { TableKind } from '../../records/tables/tables.ts';
import type { ErpSource, Read } from '../erp-source.ts';
import { encodeFileName } from '../folder/file-name.ts';
import { openOrderFiles } from '../folder/order-files.ts';
import { withGammes } from '../gammes-from-rows.ts';
import { targetFromUrl } from './connection-url.ts';
import type { SqlDatabase } from './database.ts';
import { openDatabase } from './open-database.ts';
import { orderStatements } from './order-statements.ts';
import { resolveQueries } from './queries.ts';
import {
  type ReadRecord,
  readArticle,
  readCustomerRow,
  readErpDocument,
  readPriceRuleRow,
  readVariant,
} from './readers.ts';
import type { QueryName, SqlSettings } from './settings.ts';
import { columnMapOf, tableRows } from './table-rows.ts';

export interface SqlSourceContext {
  /** The shop's name: keeps the orders of several shops apart. */
  readonly shop: string;
  /** Where relative paths start: the folder of the settings' file. */
  readonly folder: string;
  /** The process's environment by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const KINDS: Readonly<Record<QueryName, TableKind>> = {
  articles: 'products',
  stock: 'stock',
  customers: 'customers',
  priceRules: 'price-rules',
  documents: 'documents',
  shipments: 'shipments',
};

/**
 * Opens an ERP's database. Rejects with `configuration_key_invalid` (the URL), `driver_missing`, `source_unavailable`,
 * `query_refused` (a table or view that does not exist, a parameter that does not) or `source_empty`.
 */
export async function openSqlSource(settings: SqlSettings, context: SqlSourceContext): Promise<ErpSource> {
  const target = targetFromUrl(settings.database, context.environment ?? process.env);
  const { timeoutSeconds, timeZone } = settings;
  const database = await openDatabase(target, {
    timeoutSeconds,
    ...(timeZone !== undefined && { timeZone }),
  });
  const queries = await resolveQueries(database, settings, target.label);
  const files = resolve(context.folder, settings.files);
  const { orders, close } = orderWriter(database, settings, context);

  async function* read<T>(name: QueryName, readRecord: ReadRecord<T>, needs?: string) {
    const query = queries.get(name);
    if (!query) return;
    const fields = settings.map[name] ?? {};
    let useful = true;
    const options = {
      columns: columnMapOf(fields, `map.${name}`),
      onColumns: (columns: readonly Column[]) => {
        useful = needs === undefined || columns.some(({ target }) => target?.path === needs);
      },
    };
    const rows = tableRows(database.read(query), { field: query.field, columns: Object.values(fields) });
    for await (const batch of recordsFromTable(rows, KINDS[name], options)) {
      if (!useful) return;
      yield await readBatch(batch, (record) => readRecord(record, files));
    }
  }

  return {
    name: target.label,
    articles: () =>
      withGammes(
        () => read('articles', readArticle),
        () => read('articles', readVariant, 'parent'),
      ),
    stock: () => read('stock', readStock),
    customers: () => read('customers', readCustomerRow),
    priceRules: () => read('priceRules', readPriceRuleRow),
    salesDocuments: () => read('documents', readErpDocument),
    shipments: () => read('shipments', readShipment),
    importedOrder: (id) => orders.imported(id),
    importOrder: (order) => orders.import(order),
    close,
  };
}

/** Orders go where the statements say or, without any, into files. */
function orderWriter(database: SqlDatabase, settings: SqlSettings, { folder, shop }: SqlSourceContext) {
  if (settings.orders)
    return {
      orders: orderStatements(database, settings.orders, shop),
      close: () => database.close(),
    };
  const orders = openOrderFiles({ folder: join(folder, 'orders', encodeFileName(shop)), encoding: 'utf-8' });
  return {
    orders,
    async close() {
      await Promise.all([orders.close(), database.close()]);
    },
  };
}

async function readBatch<T>(
  batch: readonly SourceRecord[],
  readRecord: (record: unknown) => Decoded<T | undefined> | Promise<Decoded<T | undefined>>,
): Promise<readonly Read<T>[]> {
  const read: Read<T>[] = [];
  for (const record of batch) {
    if ('problem' in record) read.push({ problem: record.problem });
    else {
      const result = await readRecord(record.value);
      if (!result.ok) {
        read.push({ problem: located(result.problem, record) });
        continue;
      }
      if (result.value !== undefined) read.push({ value: result.value });
      for (const problem of result.warnings) read.push({ problem: located(problem, record) });
    }
  }
  return read;
}

/** In the query's own words and, where the key is unknown, with the row. */
const located = (problem: Problem, record: ReadableRecord): Problem => ({
  ...inItsWords(problem, record),
  ...(problem.record === undefined && { line: record.line }),
});
