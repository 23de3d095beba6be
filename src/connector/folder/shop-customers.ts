import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShopCustomer } from '../../domain/customer.ts';
import { readCustomer } from '../../records/customer-record.ts';
import { recordsFromJsonLines } from '../../records/json-lines.ts';
import { addressColumns, type CsvColumn, tableOf, typed } from './csv-columns.ts';
import { formatCsv } from './csv-writer.ts';
import { makeFolder, replaceDurably } from './durable-files.ts';
import { sourceUnavailable } from './folder-files.ts';
import { type CsvEncoding, encodeText } from './text-encoding.ts';

const NAME = 'customers-from-shop';

const COLUMNS: readonly CsvColumn<ShopCustomer>[] = [
  ['ID client', ({ id }) => id],
  ['E-mail', ({ email }) => typed(email)],
  ...addressColumns<ShopCustomer>(({ address, lastName, firstName }) => ({
    ...address,
    lastName: lastName || address.lastName,
    firstName: firstName || address.firstName,
  })),
];

export interface ShopCustomerFiles {
  readonly folder: string;
  readonly encoding: CsvEncoding;
}

/** Adds or updates by id what the two files hold, each of them replaced at once. Rejects with `source_unavailable`. */
export async function writeShopCustomers(
  customers: readonly ShopCustomer[],
  { folder, encoding }: ShopCustomerFiles,
): Promise<void> {
  const lines = join(folder, `${NAME}.jsonl`);
  try {
    await makeFolder(folder);
    const all = await customersInFile(lines);
    for (const customer of customers) all.set(customer.id, customer);
    const records = [...all.values()];
    const text = records.map((customer) => `${JSON.stringify(customer)}\n`).join('');
    await replaceDurably(lines, Buffer.from(text));
    await replaceDurably(
      join(folder, `${NAME}.csv`),
      encodeText(formatCsv(tableOf(COLUMNS, records)), encoding),
    );
  } catch (error) {
    throw sourceUnavailable(folder, error);
  }
}

/** A line that a person has spoiled is left out: the shop says it again when the customer changes. */
async function customersInFile(path: string): Promise<Map<string, ShopCustomer>> {
  const customers = new Map<string, ShopCustomer>();
  const missing = await access(path).then(
    () => false,
    () => true,
  );
  if (missing) return customers;
  for await (const batch of recordsFromJsonLines(createReadStream(path)))
    for (const record of batch) {
      const read = 'value' in record ? readCustomer(record.value) : undefined;
      if (read?.ok && read.value.own) customers.set(read.value.own.id, read.value.own);
    }
  return customers;
}
