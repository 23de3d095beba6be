import type { Bench, BenchContext } from '../bench.ts';
import { fillProducts, fillStore } from '../fill.ts';
import { drive, warmUp } from '../load.ts';
import { productLoad } from '../product-load.ts';
import { takeTurns } from '../rounds.ts';
import { type Row, ratioRow } from '../rows.ts';
import { type BenchServer, startPasserelle, startReference } from '../servers.ts';
import { benchName, createStore, type Dialect } from '../stores.ts';

const CLIENTS = [1, 32];
const PRODUCTS = 1000;
const ROUNDS = 9;
const SECONDS = 0.5;

/** One product after another, durable, over keep-alive connections. */
export const updateProduct = (dialect: Dialect): Bench => {
  const name = benchName('update-product', dialect);
  return {
    name,
    title: 'update_product against a bare server, and without a change',
    async run(context) {
      const store = await createStore(dialect, context.folder('store'));
      await fillStore(store, fillProducts(2 * PRODUCTS));
      const ours = await startPasserelle(context, store);
      const reference = await startReference(
        context,
        await createStore(dialect, context.folder('reference')),
      );
      try {
        await warmUp(reference, changingLoad(), context.seconds);
        await warmUp(ours, changingLoad(), context.seconds);
        await warmUp(ours, repeatingLoad(), context.seconds);
        const rows: Row[] = [];
        for (const clients of CLIENTS)
          rows.push(...(await compare(context, clients, { name, ours, reference })));
        return rows;
      } finally {
        await ours.stop();
        await reference.stop();
      }
    },
  };
};

const changingLoad = () => productLoad({ products: PRODUCTS, changing: true });
/** The other half of the products, which always hear the same. */
const repeatingLoad = () => productLoad({ products: PRODUCTS, from: PRODUCTS, changing: false });

interface Contest {
  readonly name: string;
  readonly ours: BenchServer;
  readonly reference: BenchServer;
}

async function compare(
  context: BenchContext,
  clients: number,
  { name, ...servers }: Contest,
): Promise<readonly Row[]> {
  const load = { clients, seconds: context.seconds(SECONDS) };
  const changing = changingLoad();
  const repeating = repeatingLoad();
  const perSecond = await takeTurns(
    {
      bare: () => drive(servers.reference, { ...load, ...changing }),
      changed: () => drive(servers.ours, { ...load, ...changing }),
      unchanged: () => drive(servers.ours, { ...load, ...repeating }),
    },
    {
      rounds: ROUNDS,
      onRound: (round) => context.progress(`${clients} clients, round ${round} of ${ROUNDS}`),
    },
  );
  const { bare, changed, unchanged } = perSecond;
  const by = clients === 1 ? '1 client' : `${clients} clients`;
  const measure = 'req/s';
  return [
    ratioRow({
      bench: name,
      work: `changed, ${by}, against a bare server`,
      ours: changed,
      reference: bare,
      measure,
      goal: { atLeast: 0.6 },
    }),
    ratioRow({
      bench: name,
      work: `unchanged, ${by}, against changed`,
      ours: unchanged,
      reference: changed,
      measure,
      goal: { atLeast: 2 },
    }),
  ];
}
