import type { PriceRuleMode } from '../../src/shop/shop.ts';
import type { Bench, BenchContext } from '../bench.ts';
import { type BulkLoader, columnsOf, fingerprint, LOADERS } from '../bulk-load.ts';
import type { BulkMessage } from '../bulk-message.ts';
import { type BulkOutcome, sendAlone, sendInCompany } from '../bulk-run.ts';
import { csvLine, deflateFile, writeTexts } from '../files.ts';
import { fillCustomers, fillProducts, fillStore } from '../fill.ts';
import {
  customerOf,
  priceList,
  priceListXml,
  ROWS_PER_PRODUCT,
  RULE_CUSTOMERS,
  ruleCells,
} from '../price-list.ts';
import { boundRow, type Goal, notRunRow, type Row, ratioRow } from '../rows.ts';
import { median } from '../statistics.ts';
import { type BenchStore, benchName, createStore, type Dialect } from '../stores.ts';

const ROWS = 1_000_000;
const TABLE = 'price_rule';
/** What both ways must have written alike. */
const SAID = {
  table: TABLE,
  texts: ['reference', 'customer', 'customer_group', 'valid_from', 'source', 'rule', 'kind'],
  decimals: ['from_quantity', 'value'],
};
const GOALS: Readonly<Record<Dialect, { readonly merge: Goal; readonly full: Goal }>> = {
  sqlite: { merge: { atLeast: 0.5 }, full: { atLeast: 0.5 } },
  postgres: { merge: { atLeast: 0.35 }, full: { atLeast: 0.5 } },
};
const MEMORY: Goal = { atMost: 150 };

/** A whole price list in one add_grilles, against the database's own way to load its rows into an empty table. */
export const priceListBench = (dialect: Dialect): Bench => ({
  name: benchName('price-list', dialect),
  title: `add_grilles of a million rows against ${LOADERS[dialect].name}`,
  async run(context) {
    const contest = await prepare(context, dialect);
    const { plain, zlib, changed } = contest.messages;
    await load(contest);
    const store = await makeShop(contest);
    const merged = await send(contest, { store, message: plain, mode: 'merge' });
    await checkAlike(contest, store);
    await load(contest);
    const same = await send(contest, { store, message: plain, mode: 'merge' });
    const raised = await send(contest, { store, message: changed, mode: 'merge' });
    const lowered = await send(contest, { store, message: plain, mode: 'full' });
    await checkAlike(contest, store);
    await store.remove();
    const another = await makeShop(contest);
    const replaced = await send(contest, { store: another, message: zlib, mode: 'full' });
    await checkAlike(contest, another);
    await another.remove();
    await load(contest);
    const inCompany = { store: await makeShop(contest), message: plain, products: contest.products };
    return [
      ...sentRows(contest, { work: 'all new', mode: 'merge', outcome: merged }),
      ...sentRows(contest, { work: 'all new, zlib', mode: 'full', outcome: replaced }),
      speedRow(contest, { work: 'nothing changed', mode: 'merge', outcome: same }),
      speedRow(contest, { work: 'every price changed', mode: 'merge', outcome: raised }),
      speedRow(contest, { work: 'every price changed', mode: 'full', outcome: lowered }),
      ...(await sendInCompany(context, contest.bench, inCompany)),
    ];
  },
});

interface Messages {
  readonly plain: BulkMessage;
  readonly zlib: BulkMessage;
  /** The same rules at other prices. */
  readonly changed: BulkMessage;
}

interface Contest {
  readonly context: BenchContext;
  readonly dialect: Dialect;
  readonly bench: string;
  readonly rows: number;
  readonly products: number;
  readonly messages: Messages;
  readonly csv: string;
  readonly loader: BulkLoader;
  readonly missing: string | undefined;
  /** How long each load took, in seconds, and what it left. */
  readonly loads: { readonly seconds: number; readonly seen: string }[];
}

async function prepare(context: BenchContext, dialect: Dialect): Promise<Contest> {
  const rows = context.scale(ROWS);
  context.progress(`writing ${rows} rows as XML, zlib and CSV`);
  const [xml, zlib, changed, csv] = [
    context.folder('list.xml'),
    context.folder('list.zlib'),
    context.folder('changed.xml'),
    context.folder('list.csv'),
  ];
  const columns = await columnsOf(await createStore(dialect, context.folder('schema')), TABLE);
  writeTexts(xml, priceListXml(rows));
  writeTexts(changed, priceListXml(rows, 1));
  writeTexts(csv, csvLines(columns, rows));
  await deflateFile(xml, zlib);
  const loader = LOADERS[dialect];
  return {
    context,
    dialect,
    bench: benchName('price-list', dialect),
    rows,
    products: rows / ROWS_PER_PRODUCT,
    messages: {
      plain: { resource: 'add_grilles', file: xml },
      zlib: { resource: 'add_grilles', file: zlib, compression: '1' },
      changed: { resource: 'add_grilles', file: changed },
    },
    csv,
    loader,
    missing: loader.missing(),
    loads: [],
  };
}

function* csvLines(columns: readonly string[], rows: number): Generator<string> {
  for (const rule of priceList(rows)) yield csvLine(columns, ruleCells(rule));
}

/** A shop that has the list's products and customers. */
async function makeShop({ context, dialect, products }: Contest): Promise<BenchStore> {
  const store = await createStore(dialect, context.folder('shop'));
  const codes = Array.from({ length: RULE_CUSTOMERS }, (_, index) => customerOf(index));
  await fillStore(store, fillProducts(products), fillCustomers(codes));
  return store;
}

/** The reference takes turns with ours: the machine may be slower in a minute. */
async function load({ context, dialect, loader, missing, csv, loads }: Contest): Promise<void> {
  if (missing !== undefined) return;
  context.progress(loader.name);
  const store = await createStore(dialect, context.folder('load'));
  const seconds = await loader.load(store, [{ table: TABLE, file: csv }]);
  loads.push({ seconds, seen: await fingerprint(store, SAID) });
  await store.remove();
}

interface Sending {
  readonly store: BenchStore;
  readonly message: BulkMessage;
  readonly mode: PriceRuleMode;
}

const send = ({ context, products }: Contest, { store, message, mode }: Sending): Promise<BulkOutcome> =>
  sendAlone(context, { store, message, products, settings: { priceRules: mode } });

/** A figure counts only if both did the same work. */
async function checkAlike({ loads }: Contest, store: BenchStore): Promise<void> {
  const ours = await fingerprint(store, SAID);
  for (const { seen } of loads)
    if (seen !== ours) throw new Error(`the store and the load differ:\n${ours}\n${seen}`);
}

interface Sent {
  readonly work: string;
  readonly mode: PriceRuleMode;
  readonly outcome: BulkOutcome;
}

function speedRow(
  { bench, dialect, rows, loader, missing, loads }: Contest,
  { work, mode, outcome: { times } }: Sent,
): Row {
  const named = { bench, work: `${rows} rows, ${work}, ${mode}, against ${loader.name}` };
  const goal = GOALS[dialect][mode];
  if (missing !== undefined) return notRunRow(named, missing, goal);
  const reference = rows / median(loads.map(({ seconds }) => seconds));
  const ours = (rows * 1000) / (times.replied - times.start);
  return ratioRow({ ...named, ours, reference, measure: 'rows/s', goal });
}

const sentRows = (contest: Contest, sent: Sent): readonly Row[] => [
  speedRow(contest, sent),
  boundRow({
    bench: contest.bench,
    work: `${contest.rows} rows, ${sent.work}, ${sent.mode}, memory growth`,
    figure: sent.outcome.memory.megabytes,
    unit: 'MB',
    goal: MEMORY,
  }),
];
