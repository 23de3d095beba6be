import type { ExchangeRun } from '../../shop/journal.ts';
import type { Finding, Look } from '../finding.ts';

const HOUR_MS = 3_600_000;
/** With so many a share begins to mean something. */
const LEAST_EXCHANGES = 20;
const RUNS_BEFORE = 10;

/** Runs that stopped coming, and runs of which much more fails than of those before. */
export async function linkFindings({ sources, settings, now }: Look): Promise<readonly Finding[]> {
  const runs = (await Array.fromAsync(sources.journal.runs({ limit: RUNS_BEFORE + 1 }))).flat();
  const [last, ...before] = runs;
  // A shop that no connector has found yet is not silent.
  if (!last) return [];
  return [...silence(last, settings.silentHours, now), ...rise(last, before, settings.refusedPercent)];
}

function silence({ endedAt }: ExchangeRun, hours: number, now: Date): readonly Finding[] {
  const silentMs = now.getTime() - Date.parse(endedAt);
  return silentMs < hours * HOUR_MS
    ? []
    : [{ kind: 'link_silent', subject: '', facts: { lastAt: endedAt, hours } }];
}

function rise(last: ExchangeRun, before: readonly ExchangeRun[], percent: number): readonly Finding[] {
  const share = refusedShare([last]);
  if (last.exchanges < LEAST_EXCHANGES || share < percent || share < 2 * refusedShare(before)) return [];
  const refused = refusedIn(last);
  const facts = { run: last.id, refused, exchanges: last.exchanges };
  return [{ kind: 'refusals_rising', subject: '', facts }];
}

/** In percent. */
function refusedShare(runs: readonly ExchangeRun[]): number {
  const exchanges = runs.reduce((sum, run) => sum + run.exchanges, 0);
  return exchanges === 0 ? 0 : (100 * runs.reduce((sum, run) => sum + refusedIn(run), 0)) / exchanges;
}

const refusedIn = ({ resources }: ExchangeRun): number =>
  Object.values(resources).reduce(
    (sum, { refused = 0, failed = 0, partly = 0 }) => sum + refused + failed + partly,
    0,
  );
