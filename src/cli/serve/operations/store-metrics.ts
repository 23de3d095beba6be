import type { Registry } from 'prom-client';
import type {
  Distribution,
  PlaceFigures,
  PoolFigures,
  StoreFigures,
  WriteFigures,
} from '../../../store/figures.ts';
import { added, histogramText } from './histogram-text.ts';
import { BULK, HISTOGRAMS, POOLS, type Series, WRITES } from './store-series.ts';

/** What a store has counted that one of the server's threads has open. */
export interface StoreReport {
  readonly shop: string;
  /** `bulk` is the thread for bulk messages, which has connections of its own. */
  readonly thread: 'main' | 'bulk';
  readonly figures: StoreFigures;
}

type Row<Figures> = readonly [Readonly<Record<string, string>>, Figures];

/** Gives what brings the stores' figures up to date in the registry, and the text of those that do not fit in there. */
export function createStoreMetrics(registry: Registry): (reports: readonly StoreReport[]) => string {
  const showWrites = register(registry, WRITES, ['shop']);
  const showPools = register(registry, POOLS, ['database', 'thread']);
  const showBulk = register(registry, BULK, ['shop', 'thread']);
  return (reports) => {
    // Bulk messages are written by merges of their own: the other thread's queue has schema migrations at most.
    const writers = reports.filter(({ thread }) => thread === 'main');
    showWrites(writers.map(({ shop, figures }) => [{ shop }, figures.writes]));
    showPools(poolRows(reports));
    showBulk(bulkRows(reports));
    return HISTOGRAMS.map(({ name, help, read }) =>
      histogramText({ name, help, series: byDatabase(writers, read) }),
    ).join('');
  };
}

function register<Figures>(
  registry: Registry,
  series: readonly Series<Figures>[],
  labelNames: readonly string[],
): (rows: readonly Row<Figures>[]) => void {
  const metrics = series.map(({ kind: Kind, name, help, read }) => ({
    metric: new Kind({ name, help, labelNames, registers: [registry] }),
    read,
  }));
  return (rows) => {
    for (const { metric, read } of metrics) {
      metric.reset();
      for (const [labels, figures] of rows) metric.inc(labels, read(figures));
    }
  };
}

/** Shops that share a pool all report it. */
function poolRows(reports: readonly StoreReport[]): readonly Row<PoolFigures>[] {
  const rows = new Map<string, Row<PoolFigures>>();
  for (const { thread, figures } of reports) {
    const { database, connections } = figures;
    if (connections)
      rows.set(`${thread} ${connections.pool.number}`, [{ database, thread }, connections.pool]);
  }
  return [...rows.values()];
}

const bulkRows = (reports: readonly StoreReport[]): readonly Row<PlaceFigures>[] =>
  reports.flatMap(({ shop, thread, figures: { connections } }) =>
    connections ? [[{ shop, thread }, connections.bulk]] : [],
  );

/** A histogram a shop would be too many series where shops are hundreds. */
function byDatabase(
  reports: readonly StoreReport[],
  read: (figures: WriteFigures) => Distribution,
): ReadonlyMap<string, Distribution> {
  const series = new Map<string, Distribution>();
  for (const { figures } of reports)
    series.set(figures.database, added(series.get(figures.database), read(figures.writes)));
  return series;
}
