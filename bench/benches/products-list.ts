import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Bench, BenchContext } from '../bench.ts';
import { openConnection } from '../connection.ts';
import { createMarkCounter } from '../counter.ts';
import { listRequest } from '../list-request.ts';
import { type MemoryGrowth, watchMemory } from '../memory.ts';
import { MANY_PRODUCTS, productStore } from '../million.ts';
import { takeTurns } from '../rounds.ts';
import { boundRow, type Row, ratioRow } from '../rows.ts';
import { type BenchServer, startPasserelle } from '../servers.ts';
import { median } from '../statistics.ts';
import { type BenchStore, benchName, type Dialect, fileOf } from '../stores.ts';

const ROUNDS = 5;
const PAGES = 50;

/** The whole list in one reply. */
export const productsList = (dialect: Dialect): Bench => {
  const bench = benchName('products-list', dialect);
  return {
    name: bench,
    title: 'products_list without a limit against reading the rows',
    async run(context) {
      const products = context.scale(MANY_PRODUCTS);
      const store = await productStore(context, dialect, products);
      const server = await startPasserelle(context, store);
      try {
        await readPages(server);
        const first = await watchOneList(server, products);
        return [...(await measure(context, server, { bench, products, store })), ...memoryRows(bench, first)];
      } finally {
        await server.stop();
      }
    },
  };
};

interface Listing {
  readonly seconds: number;
  readonly firstByteMs: number;
}

/** So that growth is that of the list, not of a process that has just started. */
async function readPages(server: BenchServer): Promise<void> {
  const connection = await openConnection(server);
  for (let page = 0; page < PAGES; page += 1)
    await connection.ask(listRequest('products_list', `${page * 500},500`));
  connection.close();
}

async function readList(server: BenchServer, products: number): Promise<Listing> {
  const connection = await openConnection(server);
  const counter = createMarkCounter('</product>');
  const start = performance.now();
  let firstByteMs: number | undefined;
  await connection.ask(listRequest('products_list'), (bytes) => {
    firstByteMs ??= performance.now() - start;
    counter.write(bytes);
  });
  const seconds = (performance.now() - start) / 1000;
  connection.close();
  if (counter.count() !== products)
    throw new Error(`${counter.count()} products were listed, not ${products}`);
  return { seconds, firstByteMs: firstByteMs ?? Number.NaN };
}

async function watchOneList(server: BenchServer, products: number): Promise<MemoryGrowth> {
  const memory = watchMemory(server.pid);
  await readList(server, products);
  return memory.stop();
}

type ReadRows = (store: BenchStore, statement: string) => Promise<number>;

/** As arrays, the cheapest rows that the driver gives, dropped one by one. How many there were. */
const ROW_READERS: Readonly<Record<Dialect, ReadRows>> = {
  async sqlite(store, text) {
    const database = new DatabaseSync(fileOf(store), { readOnly: true });
    const statement = database.prepare(text);
    statement.setReturnArrays(true);
    let rows = 0;
    for (const _ of statement.iterate()) rows += 1;
    database.close();
    return rows;
  },
  async postgres({ options }, text) {
    const client = new pg.Client({ connectionString: options.url });
    await client.connect();
    await client.query(`SET search_path TO ${options.schema}`);
    let rows = 0;
    const asked: pg.QueryArrayConfig = { text, rowMode: 'array' };
    const query = client.query(new pg.Query(asked));
    // With a listener, the driver keeps no rows.
    query.on('row', () => {
      rows += 1;
    });
    await once(query, 'end');
    await client.end();
    return rows;
  },
};

/** In seconds. */
async function timeRows(store: BenchStore, products: number): Promise<number> {
  const start = performance.now();
  const rows = await ROW_READERS[store.dialect](
    store,
    `SELECT id, reference FROM product WHERE kind = 'product' ORDER BY id`,
  );
  if (rows !== products) throw new Error(`${rows} products are stored, not ${products}`);
  return (performance.now() - start) / 1000;
}

async function measure(
  context: BenchContext,
  server: BenchServer,
  {
    bench,
    products,
    store,
  }: { readonly bench: string; readonly products: number; readonly store: BenchStore },
): Promise<readonly Row[]> {
  const firstBytes: number[] = [];
  const seconds = await takeTurns(
    {
      rows: () => timeRows(store, products),
      list: async () => {
        const listing = await readList(server, products);
        firstBytes.push(listing.firstByteMs);
        return listing.seconds;
      },
    },
    { rounds: ROUNDS, onRound: (round) => context.progress(`round ${round} of ${ROUNDS}`) },
  );
  const work = `${products} products in one reply`;
  return [
    ratioRow({
      bench,
      work: `${work}, against reading the rows`,
      ours: products / seconds.list,
      reference: products / seconds.rows,
      measure: 'rows/s',
      goal: { atLeast: 0.5 },
    }),
    boundRow({ bench, work: 'first byte', figure: median(firstBytes), unit: 'ms', goal: { atMost: 50 } }),
  ];
}

const memoryRows = (bench: string, { megabytes }: MemoryGrowth): readonly Row[] => [
  boundRow({ bench, work: 'memory growth, first list', figure: megabytes, unit: 'MB', goal: { atMost: 50 } }),
];
