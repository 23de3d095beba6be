import type { Bench, BenchContext } from '../bench.ts';
import { columnsOf, countRows, LOADERS, type TableFile } from '../bulk-load.ts';
import { type BulkOutcome, type BulkRun, sendAlone, sendInCompany } from '../bulk-run.ts';
import { CUSTOMER_TABLES, customerListXml, customerRows } from '../customer-list.ts';
import { csvLine, writeTexts } from '../files.ts';
import { fillProducts, fillStore } from '../fill.ts';
import { boundRow, type Goal, type Row, ratioRow, remarkRow } from '../rows.ts';
import { type BenchStore, createStore } from '../stores.ts';

const bench = 'customers';
const CUSTOMERS = 100_000;
const PRODUCTS = 10_000;
const MEMORY: Goal = { atMost: 150 };
const DIALECT = 'sqlite';
const LOADER = LOADERS[DIALECT];

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
    const run = async (): Promise<BulkRun> => ({
      store: await makeShop(context),
      message: { resource: 'add_customer', file },
      products: PRODUCTS,
    });
    const alone = await run();
    const sent = await sendAlone(context, alone);
    const seen = await look(alone.store);
    await alone.store.remove();
    const imported = LOADER.missing() === undefined ? await importRows(context, csv) : undefined;
    if (imported && imported.seen !== seen)
      throw new Error(`the store and the import differ: ${seen} and ${imported.seen}`);
    return [
      ...sentRows(customers, sent, imported?.seconds),
      ...(await sendInCompany(context, bench, await run())),
    ];
  },
};

async function prepareTables(context: BenchContext, customers: number): Promise<readonly TableFile[]> {
  const store = await createStore(DIALECT, context.folder('schema'));
  const files: TableFile[] = [];
  for (const table of CUSTOMER_TABLES) {
    const file = context.folder(`${table}.csv`);
    writeTexts(file, tableLines(table, await columnsOf(store, table), customers));
    files.push({ table, file });
  }
  return files;
}

function* tableLines(table: string, columns: readonly string[], customers: number): Generator<string> {
  for (let index = 0; index < customers; index += 1)
    for (const [name, cells] of customerRows(index)) if (name === table) yield csvLine(columns, cells);
}

async function makeShop(context: BenchContext): Promise<BenchStore> {
  const store = await createStore(DIALECT, context.folder('shop'));
  await fillStore(store, fillProducts(PRODUCTS));
  return store;
}

async function look(store: BenchStore): Promise<string> {
  const counts: string[] = [];
  for (const table of CUSTOMER_TABLES) counts.push(`${table} ${await countRows(store, table)}`);
  return counts.join(', ');
}

async function importRows(
  context: BenchContext,
  files: readonly TableFile[],
): Promise<{ readonly seconds: number; readonly seen: string }> {
  context.progress(LOADER.name);
  const store = await createStore(DIALECT, context.folder('import'));
  const seconds = await LOADER.load(store, files);
  const seen = await look(store);
  await store.remove();
  return { seconds, seen };
}

function sentRows(
  customers: number,
  { times, memory }: BulkOutcome,
  imported: number | undefined,
): readonly Row[] {
  const ours = (customers * 1000) / (times.replied - times.start);
  const speed = { bench, work: `${customers} customers, against ${LOADER.name} of their rows` };
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
