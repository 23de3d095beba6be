import { localDateTime } from '../../domain/dates.ts';
import type { ExchangeRun, OutcomeCounts } from '../../shop/journal.ts';
import { type FormatOptions, singleLine } from './format.ts';

/** When, how long, how many exchanges and of which kinds, and how many writes nobody needed. */
export function formatRun(run: ExchangeRun, { timeZone, wording }: FormatOptions): string {
  const { id, at, endedAt, exchanges, unchanged, resources } = run;
  const seconds = Math.round((Date.parse(endedAt) - Date.parse(at)) / 1000);
  const head = [
    localDateTime(new Date(at), timeZone),
    id,
    `${seconds} s`.padStart(7),
    wording.exchanges(exchanges),
    ...(unchanged > 0 ? [wording.unchanged(unchanged)] : []),
  ];
  const lines = Object.entries(resources).map(
    ([resource, counts]) => `    ${singleLine(resource || '-').padEnd(18)}  ${formatCounts(counts)}`,
  );
  return [head.join('  '), ...lines].join('\n');
}

const formatCounts = (counts: OutcomeCounts): string =>
  Object.entries(counts)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ');
