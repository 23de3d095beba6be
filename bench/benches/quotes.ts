import { parseLocalDateTime } from '../../src/domain/dates.ts';
import { parseDecimal, ZERO } from '../../src/domain/decimal.ts';
import type { Basket, Quotes } from '../../src/shop/quotes.ts';
import { openStore } from '../../src/store/open.ts';
import { someConcerned } from '../../src/store/quotes/concerned.ts';
import type { Bench, BenchContext } from '../bench.ts';
import { fillCustomers, fillProducts, fillStore } from '../fill.ts';
import { ALIKE, CATEGORY, CROWDED, fillRules, LAST_QUANTITY, WIDE } from '../fill-rules.ts';
import { formatWaits } from '../format.ts';
import { customerOf, ROWS_PER_PRODUCT, RULE_CUSTOMERS } from '../price-list.ts';
import { referenceOf } from '../product-message.ts';
import { openRowReader, type RowReader } from '../row-reader.ts';
import { type Goal, type Row, ratioRow } from '../rows.ts';
import { quantile, summaryOf } from '../statistics.ts';
import { type BenchStore, benchName, createStore, type Dialect } from '../stores.ts';

const RULES = 1_000_000;
const SECONDS = 4;
const GOAL: Goal = { atMost: 5 };
const BASKET_LINES = 20;

/** What a price costs, among a million rules. */
export const quotesBench = (dialect: Dialect): Bench => ({
  name: benchName('quotes', dialect),
  title: 'quotes among a million price rules',
  async run(context) {
    const rules = Math.max(context.scale(RULES), 10 * WIDE.products);
    const store = await makeShop(context, dialect, rules);
    const { backoffice, close } = await openStore({ ...store.options });
    const reader = await openRowReader(store);
    try {
      return await measureAll({
        context,
        bench: benchName('quotes', dialect),
        rules,
        quotes: backoffice,
        reader,
      });
    } finally {
      await reader.close();
      await close();
      await store.remove();
    }
  },
});

async function makeShop(context: BenchContext, dialect: Dialect, rules: number): Promise<BenchStore> {
  context.progress(`filling a store with ${rules} price rules`);
  const store = await createStore(dialect, context.folder('shop'));
  const products = Math.max(rules / ROWS_PER_PRODUCT, WIDE.products);
  const codes = Array.from({ length: RULE_CUSTOMERS }, (_, index) => customerOf(index));
  await fillStore(store, fillProducts(products), fillCustomers(codes), fillRules(rules));
  return store;
}

const decimal = (number: number) => parseDecimal(String(number)) ?? ZERO;

const basketOf = (customer: string, products: readonly number[], quantity: number): Basket => {
  const at = parseLocalDateTime('2026-06-15 12:00:00');
  return {
    buyer: { customer },
    ...(at && { at }),
    lines: products.map((product) => ({ reference: referenceOf(product), quantity: decimal(quantity) })),
  };
};

interface Contest {
  readonly context: BenchContext;
  readonly bench: string;
  readonly rules: number;
  readonly quotes: Quotes;
  readonly reader: RowReader;
}

async function measureAll(contest: Contest): Promise<readonly Row[]> {
  const one = (product: number) => (_: number) => [product];
  const anywhere = (lines: number) => (turn: number) =>
    Array.from({ length: lines }, (_, index) => (turn * 97 + index * 31) % WIDE.products);
  return [
    ...(await measure(contest, {
      work: '1 line',
      goal: GOAL,
      customer: WIDE.customer,
      quantity: 10,
      products: anywhere(1),
    })),
    ...(await measure(contest, {
      work: `${BASKET_LINES} lines, ${WIDE.products} rules of the customer`,
      customer: WIDE.customer,
      quantity: 10,
      products: anywhere(BASKET_LINES),
    })),
    ...(await measure(contest, {
      work: `1 line, ${CROWDED.rules} rules that hold, from 1000 quantities`,
      goal: GOAL,
      customer: CROWDED.customer,
      quantity: LAST_QUANTITY,
      products: one(CROWDED.product),
    })),
    ...(await measure(contest, {
      work: `1 line, ${ALIKE.rules} rules that only the price tells apart`,
      goal: GOAL,
      customer: ALIKE.customer,
      quantity: 1,
      products: one(ALIKE.product),
    })),
  ];
}

interface Work {
  readonly work: string;
  readonly customer: string;
  readonly quantity: number;
  readonly goal?: Goal;
  /** Of each turn. */
  products(turn: number): readonly number[];
}

/** Quotes, and readings of the rules that these are made from, take turns. */
async function measure(
  { context, bench, rules, quotes, reader }: Contest,
  { work, customer, quantity, products, goal }: Work,
): Promise<readonly Row[]> {
  context.progress(work);
  const ours: number[] = [];
  const theirs: number[] = [];
  const end = performance.now() + context.seconds(SECONDS) * 1000;
  for (let turn = 0; performance.now() < end; turn += 1) {
    const basket = basketOf(customer, products(turn), quantity);
    ours.push(await time(() => quotes.quote(basket)));
    theirs.push(await time(() => readRules(reader, basket, customer)));
  }
  const [mine, others] = [ours, theirs].map((times) => times.slice(Math.ceil(times.length / 10)));
  const quote = summaryOf(mine ?? []);
  const rows = quantile(others ?? [], 0.5);
  const named = { bench, work: `${work}, of ${rules}` };
  return [
    {
      ...named,
      ours: formatWaits(quote),
      reference: '',
      figure: quote.p50,
      unit: 'ms',
      ...(goal && { goal }),
    },
    ratioRow({
      bench,
      work: `${work}, against reading its rules`,
      ours: 1000 / quote.p50,
      reference: 1000 / rows,
      measure: 'quotes/s',
    }),
  ];
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Every rule that is for the article and the buyer, or for all. */
async function readRules(reader: RowReader, { lines }: Basket, customer: string): Promise<void> {
  for (const { reference } of lines) {
    const article = { reference, categoryPrices: [], priceLevels: {} };
    await reader.read(someConcerned({ article, buyer: { customer, group: CATEGORY } }, RULES));
  }
}
