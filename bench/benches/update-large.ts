import type { Bench } from '../bench.ts';
import { drive, warmUp } from '../load.ts';
import { MANY_PRODUCTS, productStore } from '../million.ts';
import { productLoad } from '../product-load.ts';
import { takeTurns } from '../rounds.ts';
import { type Row, ratioRow } from '../rows.ts';
import { startPasserelle } from '../servers.ts';
import { benchName, type Dialect } from '../stores.ts';

const FEW_PRODUCTS = 1000;
const ROUNDS = 9;
const SECONDS = 0.5;

/** The same messages to a large shop and to a small one; every product of each is named in turn. */
export const updateLarge = (dialect: Dialect): Bench => {
  const bench = benchName('update-large', dialect);
  return {
    name: bench,
    title: 'update_product in a large shop against a small one',
    async run(context) {
      const products = context.scale(MANY_PRODUCTS);
      const large = await startPasserelle(context, await productStore(context, dialect, products));
      const small = await startPasserelle(context, await productStore(context, dialect, FEW_PRODUCTS));
      const inLarge = productLoad({ products, changing: true });
      const inSmall = productLoad({ products: FEW_PRODUCTS, changing: true });
      try {
        await warmUp(large, inLarge, context.seconds);
        await warmUp(small, inSmall, context.seconds);
        const rows: Row[] = [];
        for (const clients of [1, 32]) {
          const load = { clients, seconds: context.seconds(SECONDS) };
          const perSecond = await takeTurns(
            {
              large: () => drive(large, { ...load, ...inLarge }),
              small: () => drive(small, { ...load, ...inSmall }),
            },
            {
              rounds: ROUNDS,
              onRound: (round) => context.progress(`${clients} clients, round ${round} of ${ROUNDS}`),
            },
          );
          rows.push(timeRow(perSecond, { bench, clients, products }));
        }
        return rows;
      } finally {
        await large.stop();
        await small.stop();
      }
    },
  };
};

/** The time of one message is what the clients share among them. */
const timeRow = (
  { large, small }: { readonly large: number; readonly small: number },
  {
    bench,
    clients,
    products,
  }: { readonly bench: string; readonly clients: number; readonly products: number },
): Row =>
  ratioRow({
    bench,
    work: `${products} products stored against ${FEW_PRODUCTS}, ${clients === 1 ? '1 client' : `${clients} clients`}`,
    ours: (clients * 1000) / large,
    reference: (clients * 1000) / small,
    measure: 'ms',
    goal: { atMost: 1.3 },
  });
