import { setTimeout as sleep } from 'node:timers/promises';
import { type Decimal, parseDecimal, ZERO } from '../../src/domain/decimal.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createExchangeId } from '../../src/webservice/exchange-id.ts';
import type { Bench } from '../bench.ts';
import { largeShop, PAYLOAD_BYTES, PRODUCTS } from '../console/large-shop.ts';
import { formatNumber, formatWaits } from '../format.ts';
import { referenceOf } from '../product-message.ts';
import { type Goal, type Row, remarkRow } from '../rows.ts';
import { type Summary, summaryOf } from '../statistics.ts';
import { benchName, type Dialect } from '../stores.ts';

/** Of the p95, against before. */
const WAIT: Goal = { atMost: 3 };
const SECONDS = 6;
const PAUSE_MS = 5;
/** Of what the journal keeps, how much goes. */
const SHARE = 0.1;
const REQUEST = '<connecteur><stock>12</stock></connecteur>'.repeat(40);

/** How long a write waits while a full journal is pruned, in the process that does it. */
export const pruningBench = (dialect: Dialect): Bench => {
  const name = benchName('pruning', dialect);
  return {
    name,
    title: 'products are saved while a full journal is pruned',
    async run(context) {
      const { options } = await largeShop(context, dialect);
      const store = await openStore(options);
      try {
        const products = context.scale(PRODUCTS);
        const seconds = context.seconds(SECONDS);
        const write = createWriter(store, products);
        await writeFor(write, () => sleep(seconds * 500));
        const before = await writeFor(write, () => sleep(seconds * 1000));
        const start = performance.now();
        const bounds = { maxAgeDays: 87, maxBytes: context.scale(PAYLOAD_BYTES) * (1 - SHARE) };
        let dropped = 0;
        const during = await writeFor(write, async () => {
          dropped = await store.backoffice.pruneJournal(bounds);
        });
        const took = formatNumber((performance.now() - start) / 1000);
        return [
          remarkRow(
            { bench: name, work: 'exchanges, and as old payloads, pruned' },
            `${formatNumber(dropped)} in ${took} s`,
          ),
          row(name, { before, during }),
        ];
      } finally {
        await store.close();
      }
    },
  };
};

const row = (
  bench: string,
  { before, during }: { readonly before: Summary; readonly during: Summary },
): Row => ({
  bench,
  work: 'a product is saved, while it is pruned; p95',
  ours: formatWaits(during),
  reference: `before: ${formatWaits(before)}`,
  figure: during.p95 / before.p95,
  unit: '×',
  goal: WAIT,
});

type Write = () => Promise<unknown>;

const decimal = (value: number): Decimal => parseDecimal(String(value)) ?? ZERO;

/** As update_product: the product changes, and the journal records it. */
function createWriter({ shop, backoffice }: Store, products: number): Write {
  let count = 0;
  return async () => {
    count += 1;
    const id = createExchangeId();
    const reference = referenceOf((count * 611_953) % products);
    const fields = { stock: decimal(1000 + count), netPrice: decimal(count) };
    await shop.saveProduct({ reference, fields }, 'update_product', { by: 'erp', exchange: id });
    void backoffice.recordExchange({
      ...{ id, at: new Date().toISOString(), resource: 'update_product', reference, outcome: 'success' },
      ...{ httpStatus: 200, warnings: [], durationMs: 1, requestBytes: 1, replyBytes: 1 },
      ...{ remoteAddress: '192.0.2.10', request: REQUEST, reply: '<connecteur/>' },
    });
  };
}

/** Writes, a little apart, until the work is done. */
async function writeFor(write: Write, work: () => Promise<unknown>): Promise<Summary> {
  const state = { over: false };
  const waits: number[] = [];
  const writing = (async () => {
    while (!state.over) {
      const start = performance.now();
      await write();
      waits.push(performance.now() - start);
      await sleep(PAUSE_MS);
    }
  })();
  await work().finally(() => {
    state.over = true;
  });
  await writing;
  return summaryOf(waits);
}
