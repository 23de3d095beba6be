import type { Exchange } from '../exchange.ts';
import { isProductWrite } from '../request/call.ts';
import { parseSlice } from '../shop/slice.ts';
import { type FlowObservation, runsOf, seen } from './flow-judge.ts';

const LISTS = ['products_list', 'options_list'];

/** How the lists of articles are read (§5, §6). */
export const judgeLists = (exchanges: readonly Exchange[]): readonly FlowObservation[] =>
  runsOf(exchanges).flatMap((run) => [
    ...judgeListsFirst(run),
    ...LISTS.flatMap((list) =>
      judgeSlices(
        run.filter(({ resource }) => resource === list),
        isBroken(run),
      ),
    ),
  ]);

/** A run that the shop broke off may leave a list unread. */
const isBroken = (run: readonly Exchange[]): boolean =>
  run.some(({ outcome }) => outcome === 'cut' || outcome === 'unavailable');

/** Where the ERP knows gammes there is no choice to make, and nobody needs the options. */
function judgeListsFirst(run: readonly Exchange[]): readonly FlowObservation[] {
  const firstWrite = run.find(isProductWrite);
  if (!firstWrite) return [];
  const before = run.slice(0, run.indexOf(firstWrite));
  const wanted = run.filter(isProductWrite).every(({ hasGammes }) => hasGammes) ? ['products_list'] : LISTS;
  const missing = wanted.filter((list) => !before.some(({ resource }) => resource === list));
  return [
    seen('connector.products.lists-first', {
      exchange: firstWrite,
      ok: missing.length === 0,
      expected: wanted.join(', '),
    }),
  ];
}

/** A list may be read again from its start; a slice that could not be read is judged where it came. */
function judgeSlices(calls: readonly Exchange[], isBrokenOff: boolean): readonly FlowObservation[] {
  const observations: FlowObservation[] = [];
  let next = 0;
  let isOver = true;
  let last: Exchange | undefined;
  for (const exchange of calls) {
    const slice = parseSlice(exchange.limit);
    if (!slice || exchange.outcome !== 'done') continue;
    const isRestart = last === undefined || (slice.start === 0 && isOver);
    const start = isRestart ? 0 : next;
    observations.push(
      seen('connector.lists.slices', {
        exchange,
        ok: slice.start === start,
        expected: `limit=${start},${slice.count}`,
      }),
    );
    next = slice.start + slice.count;
    isOver = exchange.rows < slice.count;
    last = exchange;
  }
  if (last && !isBrokenOff) {
    observations.push(
      seen('connector.lists.end', { exchange: last, ok: isOver, expected: `limit=${next},…` }),
    );
  }
  return observations;
}
