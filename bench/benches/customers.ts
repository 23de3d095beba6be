import { rmSync } from 'node:fs';
import type { Bench, BenchContext } from '../bench.ts';
import { type BulkOutcome, type BulkRun, sendAlone, sendInCompany } from '../bulk-run.ts';
import { CUSTOMER_TABLES, customerListXml, customerRows } from '../customer-list.ts';
import { csvLine, writeTexts } from '../files.ts';
import { createStore, fillProducts, fillStore, storePath } from '../fill.ts';
import { boundRow, type Goal, type Row, ratioRow, remarkRow } from '../rows.ts';
import { columnsOf, countRows, importCsv, type TableFile } from '../sqlite-import.ts';
import { missingTool } from '../tools.ts';

const bench = 'customers';
const CUSTOMERS = 100_000;
const PRODUCTS = 10_000;
const MEMORY: Goal = { atMost: 150 };

/** All customers in one add_customer, into a store that has none yet. */
export const customersBench: Bench = {
  name: bench,
  title: 'add_customer of a hundred thousand customers',
  async run(context) {
    const customers = context.scale(CUSTOMERS);
    const file = context.folder('clients.xml');
    context.progress(`writing ${customers} customers as XML and CSV`);
    const csv = await prepareTables(context, customers);
    writeTexts(file, customerListXml(customers));
    const run = bulkRun(context, file);
    const sent = await sendAlone(context, run, look);
    const imported = missingTool('sqlite3') === undefined ? await importRows(context, csv) : undefined;
    if (imported && imported.seen !== sent.seen)
      throw new Error(`the store and the import differ: ${sent.seen} and ${imported.seen}`);
    return [...sentRows(customers, sent, imported?.seconds), ...(await sendInCompany(context, run))];
  },
};

async function prepareTables(context: BenchContext, customers: number): Promise<readonly TableFile[]> {
  const path = await createStore(context.folder('schema'));
  return CUSTOMER_TABLES.map((table) => {
    const columns = columnsOf(path, table);
    const file = context.folder(`${table}.csv`);
    writeTexts(file, tableLines(table, columns, customers));
    return { table, file };
  });
}

function* tableLines(table: string, columns: readonly string[], customers: number): Generator<string> {
  for (let index = 0; index < customers; index += 1)
    for (const [name, cells] of customerRows(index)) if (name === table) yield csvLine(columns, cells);
}

const bulkRun = (context: BenchContext, file: string): BulkRun => ({
  bench,
  message: { resource: 'add_customer', file },
  products: PRODUCTS,
  async makeShop() {
    const folder = context.folder('shop');
    fillStore(await createStore(folder), (database) => fillProducts(database, PRODUCTS));
    return folder;
  },
});

const look = (folder: string): string =>
  CUSTOMER_TABLES.map((table) => `${table} ${countRows(storePath(folder), table)}`).join(', ');

async function importRows(
  context: BenchContext,
  files: readonly TableFile[],
): Promise<{ readonly seconds: number; readonly seen: string }> {
  context.progress('sqlite3 .import');
  const folder = context.folder('import');
  const seconds = await importCsv(await createStore(folder), files);
  const seen = look(folder);
  rmSync(folder, { recursive: true });
  return { seconds, seen };
}

function sentRows(
  customers: number,
  { times, memory }: BulkOutcome,
  imported: number | undefined,
): readonly Row[] {
  const ours = (customers * 1000) / (times.replied - times.start);
  const speed = { bench, work: `${customers} customers, against sqlite3 .import of their rows` };
  return [
    imported === undefined
      ? remarkRow(speed, `${Math.round(ours)} customers/s`)
      : ratioRow({ ...speed, ours, reference: customers / imported, measure: 'customers/s' }),
    boundRow({
      bench,
      work: `${customers} customers, memory growth`,
      figure: memory.megabytes,
      unit: 'MB',
      goal: MEMORY,
    }),
  ];
}
