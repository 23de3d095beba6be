import { Counter, Gauge } from 'prom-client';
import type { Distribution, PlaceFigures, PoolFigures, WriteFigures } from '../../../store/figures.ts';

export interface Series<Figures> {
  readonly kind: typeof Gauge | typeof Counter;
  readonly name: string;
  readonly help: string;
  read(figures: Figures): number;
}

export const WRITES: readonly Series<WriteFigures>[] = [
  {
    kind: Gauge,
    name: 'passerelle_writes_waiting',
    help: 'Writes that wait for a transaction.',
    read: ({ waiting }) => waiting,
  },
  {
    kind: Counter,
    name: 'passerelle_writes_refused_total',
    help: 'Writes refused because no transaction could be begun.',
    read: ({ refused }) => refused,
  },
  {
    kind: Counter,
    name: 'passerelle_commits_failed_total',
    help: 'Transactions that came to nothing because the storage failed.',
    read: ({ failedCommits }) => failedCommits,
  },
];

export const POOLS: readonly Series<PoolFigures>[] = [
  {
    kind: Gauge,
    name: 'passerelle_database_connections_in_use',
    help: 'Connections of the pool that somebody uses.',
    read: ({ inUse }) => inUse,
  },
  {
    kind: Gauge,
    name: 'passerelle_database_connections_idle',
    help: 'Open connections of the pool that nobody uses.',
    read: ({ idle }) => idle,
  },
  {
    kind: Gauge,
    name: 'passerelle_database_connections_limit',
    help: 'Connections that the pool may have at most.',
    read: ({ limit }) => limit,
  },
  {
    kind: Gauge,
    name: 'passerelle_database_connections_awaited',
    help: 'Works that wait for a connection of the pool.',
    read: ({ waiting }) => waiting,
  },
  {
    kind: Counter,
    name: 'passerelle_database_connections_refused_total',
    help: 'Works refused because no connection of the pool became free in time.',
    read: ({ refused }) => refused,
  },
];

export const BULK: readonly Series<PlaceFigures>[] = [
  {
    kind: Gauge,
    name: 'passerelle_bulk_connections_in_use',
    help: 'Connections of bulk messages.',
    read: ({ inUse }) => inUse,
  },
  {
    kind: Gauge,
    name: 'passerelle_bulk_connections_limit',
    help: 'Connections that bulk messages may have at most.',
    read: ({ limit }) => limit,
  },
  {
    kind: Gauge,
    name: 'passerelle_bulk_connections_awaited',
    help: 'Bulk messages that wait for a connection.',
    read: ({ waiting }) => waiting,
  },
  {
    kind: Counter,
    name: 'passerelle_bulk_connections_refused_total',
    help: 'Bulk messages refused because no connection became free in time.',
    read: ({ refused }) => refused,
  },
];

interface HistogramSeries {
  readonly name: string;
  readonly help: string;
  read(figures: WriteFigures): Distribution;
}

export const HISTOGRAMS: readonly HistogramSeries[] = [
  {
    name: 'passerelle_commit_works',
    help: 'Works that one commit made durable.',
    read: ({ works }) => works,
  },
  {
    name: 'passerelle_commit_duration_seconds',
    help: 'From holding the write lock to being durable.',
    read: ({ seconds }) => seconds,
  },
  {
    name: 'passerelle_commit_wait_seconds',
    help: 'How long the first work of a transaction had waited for the write lock.',
    read: ({ waitSeconds }) => waitSeconds,
  },
];
