import { DatabaseSync } from 'node:sqlite';
import type { Bench, BenchContext } from '../bench.ts';
import { openConnection } from '../connection.ts';
import { createMarkCounter } from '../counter.ts';
import { storePath } from '../fill.ts';
import { listRequest } from '../list-request.ts';
import { type MemoryGrowth, watchMemory } from '../memory.ts';
import { MANY_PRODUCTS, productStore } from '../million.ts';
import { takeTurns } from '../rounds.ts';
import { boundRow, type Row, ratioRow } from '../rows.ts';
import { type BenchServer, startPasserelle } from '../servers.ts';
import { median } from '../statistics.ts';

const bench = 'products-list';
const ROUNDS = 5;
const PAGES = 50;

/** The whole list in one reply. */
export const productsList: Bench = {
  name: bench,
  title: 'products_list without a limit against reading the rows',
  async run(context) {
    const products = context.scale(MANY_PRODUCTS);
    const folder = await productStore(context, products);
    const server = await startPasserelle(context, folder);
    try {
      await readPages(server);
      const first = await watchOneList(server, products);
      return [...(await measure(context, server, { products, folder })), ...memoryRows(first)];
    } finally {
      await server.stop();
    }
  },
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

/** As arrays, the cheapest rows that node:sqlite gives. In seconds. */
function readRows(path: string, products: number): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const statement = database.prepare(`SELECT id, reference FROM product WHERE kind = 'product' ORDER BY id`);
  statement.setReturnArrays(true);
  const start = performance.now();
  let rows = 0;
  for (const _ of statement.iterate()) rows += 1;
  const seconds = (performance.now() - start) / 1000;
  database.close();
  if (rows !== products) throw new Error(`${rows} products are stored, not ${products}`);
  return seconds;
}

async function measure(
  context: BenchContext,
  server: BenchServer,
  { products, folder }: { readonly products: number; readonly folder: string },
): Promise<readonly Row[]> {
  const firstBytes: number[] = [];
  const seconds = await takeTurns(
    {
      rows: async () => readRows(storePath(folder), products),
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

const memoryRows = ({ megabytes }: MemoryGrowth): readonly Row[] => [
  boundRow({ bench, work: 'memory growth, first list', figure: megabytes, unit: 'MB', goal: { atMost: 50 } }),
];
