import { join } from 'node:path';
import { fail } from '../../domain/error.ts';
import type { Decoded } from '../../domain/problem.ts';
import { readCustomer } from '../../records/customer-record.ts';
import { readPriceRule } from '../../records/price-rule-record.ts';
import { readShipment } from '../../records/shipment-record.ts';
import { readStock } from '../../records/stock-record.ts';
import type { ErpSource, Read } from '../erp-source.ts';
import { articlesOfFolder } from './articles.ts';
import { readColumnMaps } from './column-map.ts';
import { encodeFileName } from './file-name.ts';
import { expectedNames, type FolderKind, filesInFolder } from './folder-files.ts';
import { openOrderFiles } from './order-files.ts';
import { recordsOfKind } from './reading.ts';
import { documentsOfFolder } from './sales-documents.ts';
import { writeShopCustomers } from './shop-customers.ts';
import type { CsvEncoding } from './text-encoding.ts';

export interface FolderSourceOptions {
  readonly folder: string;
  /** The shop's name: its orders and customers have folders of their own. */
  readonly shop: string;
  /** Of the tables that are written for the ERP; UTF-8 with a byte-order mark by default. */
  readonly csvEncoding?: CsvEncoding;
}

/**
 * An ERP that leaves its exports in a folder and takes orders from files. Rejects with `source_unavailable` when the
 * folder cannot be read, `source_empty` when it has no file of a known name, `file_unreadable` for a damaged column map.
 */
export async function openFolderSource(options: FolderSourceOptions): Promise<ErpSource> {
  const { folder, shop, csvEncoding } = options;
  const [files] = await Promise.all([filesInFolder(folder), readColumnMaps(folder)]);
  if (files.length === 0) throw fail('source_empty', { value: folder, expected: expectedNames() });
  const encoding = csvEncoding ?? 'utf-8';
  const orders = openOrderFiles({ folder: join(folder, 'orders', encodeFileName(shop)), encoding });
  const customers = join(folder, 'customers', encodeFileName(shop));
  return {
    name: `folder ${folder}`,
    articles: () => articlesOfFolder(folder),
    stock: () => values(folder, 'stock', { read: readStock, toValue: (stock) => stock }),
    customers: () => values(folder, 'customers', { read: readCustomer, toValue: ({ erp }) => erp }),
    priceRules: () =>
      values(folder, 'price-rules', {
        read: readPriceRule,
        toValue: (rule) => (rule === 'retired' ? undefined : rule),
      }),
    salesDocuments: () => documentsOfFolder(folder),
    shipments: () => values(folder, 'shipments', { read: readShipment, toValue: (parcel) => parcel }),
    importedOrder: (id) => orders.imported(id),
    importOrder: (order) => orders.import(order),
    importCustomers: (records) => writeShopCustomers(records, { folder: customers, encoding }),
    close: () => orders.close(),
  };
}

interface Reading<Record, Value> {
  read(value: unknown): Decoded<Record>;
  /** Undefined for a record that says nothing here. */
  toValue(record: Record): Value | undefined;
}

async function* values<Record, Value>(
  folder: string,
  kind: FolderKind,
  { read, toValue }: Reading<Record, Value>,
): AsyncGenerator<readonly Read<Value>[]> {
  for await (const batch of recordsOfKind(folder, kind, read))
    yield batch.flatMap((record): Read<Value>[] => {
      if ('problem' in record) return [record];
      const value = toValue(record.value);
      return value === undefined ? [] : [{ value }];
    });
}
