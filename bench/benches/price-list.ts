import { rmSync } from 'node:fs';
import type { Bench, BenchContext } from '../bench.ts';
import { type BulkOutcome, type BulkRun, sendAlone, sendInCompany } from '../bulk-run.ts';
import { csvLine, deflateFile, writeTexts } from '../files.ts';
import { createStore, fillCustomers, fillProducts, fillStore, storePath } from '../fill.ts';
import {
  customerOf,
  priceList,
  priceListXml,
  ROWS_PER_PRODUCT,
  RULE_CUSTOMERS,
  ruleCells,
} from '../price-list.ts';
import { boundRow, type Goal, notRunRow, type Row, ratioRow } from '../rows.ts';
import { columnsOf, fingerprint, importCsv } from '../sqlite-import.ts';
import { median } from '../statistics.ts';
import { missingTool } from '../tools.ts';

const bench = 'price-list';
const ROWS = 1_000_000;
const TABLE = 'price_rule';
const KEY = ['reference', 'customer', 'customer_group', 'from_quantity', 'valid_from', 'source', 'rule'];
/** What both ways must have written alike. */
const SAID = [...KEY, 'kind', 'value'];
const SPEED: Goal = { atLeast: 0.5 };
const MEMORY: Goal = { atMost: 150 };

/** A whole price list in one add_grilles, into a store that has no rules yet. */
export const priceListBench: Bench = {
  name: bench,
  title: 'add_grilles of a million rows against sqlite3 .import',
  async run(context) {
    const rows = context.scale(ROWS);
    const files = await prepareFiles(context, rows);
    const missing = missingTool('sqlite3');
    const imports: Imported[] = [];
    const importAgain = async (): Promise<void> => {
      if (missing === undefined) imports.push(await importRows(context, files.csv));
    };
    const plain = bulkRun(context, rows, { resource: 'add_grilles', file: files.xml });
    const zlib = bulkRun(context, rows, { resource: 'add_grilles', file: files.zlib, compression: '1' });

    await importAgain();
    const sentPlain = await sendAlone(context, plain, look);
    await importAgain();
    const sentZlib = await sendAlone(context, zlib, look);
    await importAgain();
    for (const imported of imports) checkAlike([sentPlain, sentZlib], imported);
    const against = { rows, missing, importSeconds: median(imports.map(({ seconds }) => seconds)) };
    return [
      ...sentRows(`${rows} rows, plain`, sentPlain, against),
      ...sentRows(`${rows} rows, zlib`, sentZlib, against),
      ...(await sendInCompany(context, plain)),
    ];
  },
};

interface Files {
  readonly xml: string;
  readonly zlib: string;
  readonly csv: string;
}

async function prepareFiles(context: BenchContext, rows: number): Promise<Files> {
  context.progress(`writing ${rows} rows as XML, zlib and CSV`);
  const columns = columnsOf(await createStore(context.folder('schema')), TABLE);
  const files = {
    xml: context.folder('list.xml'),
    zlib: context.folder('list.zlib'),
    csv: context.folder('list.csv'),
  };
  writeTexts(files.xml, priceListXml(rows));
  writeTexts(files.csv, csvLines(columns, rows));
  await deflateFile(files.xml, files.zlib);
  return files;
}

function* csvLines(columns: readonly string[], rows: number): Generator<string> {
  for (const rule of priceList(rows)) yield csvLine(columns, ruleCells(rule));
}

/** A shop that has the list's products and customers. */
const bulkRun = (context: BenchContext, rows: number, message: BulkRun['message']): BulkRun => ({
  bench,
  message,
  products: rows / ROWS_PER_PRODUCT,
  async makeShop() {
    const folder = context.folder('shop');
    const codes = Array.from({ length: RULE_CUSTOMERS }, (_, index) => customerOf(index));
    fillStore(await createStore(folder), (database) => {
      fillProducts(database, rows / ROWS_PER_PRODUCT);
      fillCustomers(database, codes);
    });
    return folder;
  },
});

const look = (folder: string): string => fingerprint(storePath(folder), TABLE, SAID);

interface Imported {
  readonly seconds: number;
  readonly seen: string;
}

async function importRows(context: BenchContext, file: string): Promise<Imported> {
  context.progress('sqlite3 .import');
  const folder = context.folder('import');
  const seconds = await importCsv(await createStore(folder), [{ table: TABLE, file }]);
  const seen = look(folder);
  rmSync(folder, { recursive: true });
  return { seconds, seen };
}

/** A figure counts only if both did the same work. */
function checkAlike(sent: readonly BulkOutcome[], imported: Imported): void {
  for (const { seen } of sent)
    if (seen !== imported.seen)
      throw new Error(`the store and the import differ:\n${seen}\n${imported.seen}`);
}

interface Against {
  readonly rows: number;
  readonly importSeconds: number;
  readonly missing: string | undefined;
}

function sentRows(
  work: string,
  { times, memory }: BulkOutcome,
  { rows, importSeconds, missing }: Against,
): readonly Row[] {
  const speed = { bench, work: `${work}, against sqlite3 .import` };
  const ours = (rows * 1000) / (times.replied - times.start);
  return [
    missing === undefined
      ? ratioRow({ ...speed, ours, reference: rows / importSeconds, measure: 'rows/s', goal: SPEED })
      : notRunRow(speed, missing, SPEED),
    boundRow({ bench, work: `${work}, memory growth`, figure: memory.megabytes, unit: 'MB', goal: MEMORY }),
  ];
}
