import type { Bench, BenchContext } from '../bench.ts';
import { browserRows } from '../console/browser.ts';
import { largeShop, PRODUCTS } from '../console/large-shop.ts';
import { type PageCall, pageCalls } from '../console/pages.ts';
import { logIn, type Visitor } from '../console/visitor.ts';
import { formatMs, formatNumber, megabytes } from '../format.ts';
import { watchMemory } from '../memory.ts';
import { boundRow, type Goal, type Row } from '../rows.ts';
import { startPasserelle } from '../servers.ts';
import { median } from '../statistics.ts';
import { benchName, type Dialect } from '../stores.ts';

/** In ms. */
const USABLE: Goal = { atMost: 1000 };
const TURNS = 7;

/** Each page of the console, where a million of everything is stored. */
export const consoleBench = (dialect: Dialect): Bench => {
  const name = benchName('console', dialect);
  return {
    name,
    title: 'the console’s pages, with a million products and exchanges',
    async run(context) {
      const store = await largeShop(context, dialect);
      const server = await startPasserelle(context, store);
      try {
        const memory = watchMemory(server.pid);
        const visitor = await logIn(server);
        const calls = await pageCalls(visitor, context.scale(PRODUCTS));
        const rows = await visitAll(context, visitor, { name, calls });
        context.progress('in a browser');
        const inBrowser = await browserRows(name, { server, cookie: visitor.cookie });
        const { megabytes: growth, peak } = memory.stop();
        return [
          ...rows,
          ...inBrowser,
          boundRow({ bench: name, work: 'memory growth, all pages', figure: growth, unit: 'MB' }),
          boundRow({ bench: name, work: 'memory at its highest', figure: peak, unit: 'MB' }),
        ];
      } finally {
        await server.stop();
      }
    },
  };
};

interface Visits {
  readonly name: string;
  readonly calls: readonly PageCall[];
}

/** Round after round, so that a call does not find what the same call has just left in the caches. */
async function visitAll(
  context: BenchContext,
  visitor: Visitor,
  { name, calls }: Visits,
): Promise<readonly Row[]> {
  const waits = calls.map((): number[] => []);
  const bytes = new Map<number, number>();
  for (let turn = 1; turn <= TURNS; turn += 1) {
    context.progress(`round ${turn} of ${TURNS}`);
    for (const [index, { path }] of calls.entries()) {
      const visit = await visitor.visit(path);
      waits[index]?.push(visit.ms);
      bytes.set(index, visit.bytes);
    }
  }
  return calls.map(({ page }, index): Row => {
    const ms = waits[index] ?? [];
    return {
      bench: name,
      work: page,
      ours: `p50 ${formatMs(median(ms))}, max ${formatMs(Math.max(...ms))}`,
      reference: `${formatNumber(megabytes(bytes.get(index) ?? 0) * 1024)} KB`,
      figure: Math.max(...ms),
      unit: 'ms',
      goal: USABLE,
    };
  });
}
