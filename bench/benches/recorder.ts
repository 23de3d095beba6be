import type { RecordDepth } from '../../src/shop/journal.ts';
import type { Bench, BenchContext } from '../bench.ts';
import { fillProducts, fillStore } from '../fill.ts';
import { drive, warmUp } from '../load.ts';
import { processorMs } from '../processor.ts';
import { productLoad } from '../product-load.ts';
import { type Measure, takeTurns } from '../rounds.ts';
import { type Row, ratioRow } from '../rows.ts';
import { type BenchServer, startPasserelle } from '../servers.ts';
import { benchName, createStore, type Dialect } from '../stores.ts';

const LITTLE = { atLeast: 0.85 };
const CLIENTS = [1, 32];
const PRODUCTS = 1000;
const ROUNDS = 15;
const SECONDS = 0.5;

type Servers = Readonly<Record<RecordDepth, BenchServer>>;

/** What requests, replies and effects cost beside the outcome, of a message that changes something and of one that does not. */
export const recorderBench = (dialect: Dialect): Bench => {
  const name = benchName('recorder', dialect);
  return {
    name,
    title: 'update_product with everything recorded, against outcomes only',
    async run(context) {
      const started: BenchServer[] = [];
      const start = async (record: RecordDepth): Promise<BenchServer> => {
        const store = await createStore(dialect, context.folder(record));
        await fillStore(store, fillProducts(2 * PRODUCTS));
        const server = await startPasserelle(context, store, {}, { journal: { record } });
        started.push(server);
        return server;
      };
      try {
        const servers = { everything: await start('everything'), outcomes: await start('outcomes') };
        for (const server of started)
          for (const load of [changing(), repeating()]) await warmUp(server, load, context.seconds);
        const rows: Row[] = [];
        for (const clients of CLIENTS) rows.push(...(await compare(context, clients, { name, servers })));
        return rows;
      } finally {
        for (const server of started) await server.stop();
      }
    },
  };
};

const changing = () => productLoad({ products: PRODUCTS, changing: true });
const repeating = () => productLoad({ products: PRODUCTS, from: PRODUCTS, changing: false });

interface Contest {
  readonly name: string;
  readonly servers: Servers;
}

async function compare(
  context: BenchContext,
  clients: number,
  { name, servers: { everything, outcomes } }: Contest,
): Promise<readonly Row[]> {
  const load = { clients, seconds: context.seconds(SECONDS) };
  const [change, repeat] = [changing(), repeating()];
  const spent = { everything: createMeter(everything), outcomes: createMeter(outcomes) };
  const perSecond = await takeTurns(
    {
      changed: () => spent.everything(() => drive(everything, { ...load, ...change })),
      changedOutcome: () => spent.outcomes(() => drive(outcomes, { ...load, ...change })),
      unchanged: () => drive(everything, { ...load, ...repeat }),
      unchangedOutcome: () => drive(outcomes, { ...load, ...repeat }),
    },
    {
      rounds: ROUNDS,
      onRound: (round) => context.progress(`${clients} clients, round ${round} of ${ROUNDS}`),
    },
  );
  const by = clients === 1 ? '1 client' : `${clients} clients`;
  const row = (work: string, ours: number, reference: number): Row =>
    ratioRow({
      bench: name,
      work: `${work}, ${by}, everything against outcomes`,
      ours,
      reference,
      measure: 'req/s',
      goal: LITTLE,
    });
  return [
    row('changed', perSecond.changed, perSecond.changedOutcome),
    row('unchanged', perSecond.unchanged, perSecond.unchangedOutcome),
    ratioRow({
      bench: name,
      work: `changed, ${by}, processor time of a message`,
      ours: spent.everything.msEach() * 1000,
      reference: spent.outcomes.msEach() * 1000,
      measure: 'µs',
      goal: { atMost: 1.18 },
    }),
  ];
}

interface Meter {
  (drive: Measure): Promise<number>;
  /** Processor time of the server for each message. */
  msEach(): number;
}

/** What others take of the machine it does not count. */
function createMeter({ pid }: BenchServer): Meter {
  let [ms, messages] = [0, 0];
  const measure = async (drive: Measure): Promise<number> => {
    const [start, before] = [performance.now(), processorMs(pid)];
    const perSecond = await drive();
    ms += processorMs(pid) - before;
    messages += (perSecond * (performance.now() - start)) / 1000;
    return perSecond;
  };
  return Object.assign(measure, { msEach: () => ms / messages });
}
