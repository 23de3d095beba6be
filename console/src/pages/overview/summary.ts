import { OUTCOMES, type Tone, toneOf } from '../../parts/tone.ts';

export type ToneCounts = Readonly<Record<Tone, number>>;

/** What of a run is looked at here. */
export interface RunFacts {
  readonly at: string;
  readonly exchanges: number;
  readonly resources: Readonly<Record<string, Readonly<Partial<Record<(typeof OUTCOMES)[number], number>>>>>;
  readonly records: number;
  readonly unchanged: number;
}

/** How a run's exchanges ended. */
export function tonesOf({ resources }: Pick<RunFacts, 'resources'>): ToneCounts {
  const counts = { ok: 0, alert: 0, error: 0 };
  for (const outcomes of Object.values(resources)) {
    for (const outcome of OUTCOMES) counts[toneOf(outcome)] += outcomes[outcome] ?? 0;
  }
  return counts;
}

/** The worst that happened. */
export const worstOf = ({ alert, error }: ToneCounts): Tone =>
  error > 0 ? 'error' : alert > 0 ? 'alert' : 'ok';

const added = (one: ToneCounts, other: ToneCounts): ToneCounts => ({
  ok: one.ok + other.ok,
  alert: one.alert + other.alert,
  error: one.error + other.error,
});

const NOTHING: ToneCounts = { ok: 0, alert: 0, error: 0 };
export const totalOf = ({ ok, alert, error }: ToneCounts): number => ok + alert + error;

export interface Summary {
  readonly counts: ToneCounts;
  readonly records: number;
  readonly unchanged: number;
}

export const summaryOf = (runs: readonly RunFacts[]): Summary => ({
  counts: runs.map(tonesOf).reduce(added, NOTHING),
  records: runs.reduce((sum, { records }) => sum + records, 0),
  unchanged: runs.reduce((sum, { unchanged }) => sum + unchanged, 0),
});

export interface Hour {
  /** The instant that it begins, in milliseconds. */
  readonly from: number;
  readonly runs: number;
  readonly counts: ToneCounts;
}

const HOUR_MS = 3_600_000;
export const HOURS = 48;

/** The hours up to now, the present one last; a run belongs to the hour in which it began. */
export function hoursOf(runs: readonly RunFacts[], now: number): readonly Hour[] {
  const last = Math.floor(now / HOUR_MS);
  return Array.from({ length: HOURS }, (_, index) => {
    const hour = last - HOURS + 1 + index;
    const own = runs.filter(({ at }) => Math.floor(Date.parse(at) / HOUR_MS) === hour);
    return { from: hour * HOUR_MS, runs: own.length, counts: summaryOf(own).counts };
  });
}
