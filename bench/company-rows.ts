import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchContext } from './bench.ts';
import type { BulkTimes } from './bulk-message.ts';
import { keepCompany, type Wait, waitsByPhase } from './company.ts';
import type { Address } from './connection.ts';
import { formatNumber, formatWaits } from './format.ts';
import { type Goal, type Row, remarkRow } from './rows.ts';
import type { Summary } from './statistics.ts';

const IDLE_SECONDS = 3;
/** Of the p95, against before. */
const WAIT: Goal = { atMost: 3 };

/** How long others wait while a bulk message comes, against before. */
export async function companyRows(
  context: BenchContext,
  server: Address,
  {
    bench,
    products,
    send,
  }: { readonly bench: string; readonly products: number; send(): Promise<BulkTimes> },
): Promise<readonly Row[]> {
  const company = await keepCompany(server, products);
  await sleep(context.seconds(IDLE_SECONDS) * 1000);
  const times = await send();
  const { writer, reader } = await company.stop();
  const seconds = (from: number, to: number): string => `${formatNumber((to - from) / 1000)} s`;
  return [
    remarkRow(
      { bench, work: 'beside a writer and a reader' },
      `arrival ${seconds(times.start, times.sent)}, merge ${seconds(times.sent, times.replied)}`,
    ),
    ...waitRows(bench, 'update_product', { waits: writer, times }),
    ...waitRows(bench, 'products_list page', { waits: reader, times }),
  ];
}

function waitRows(
  bench: string,
  call: string,
  { waits, times }: { readonly waits: readonly Wait[]; readonly times: BulkTimes },
): readonly Row[] {
  const { idle, arrival, merge } = waitsByPhase(waits, times);
  const row = (during: string, summary: Summary): Row => ({
    bench,
    work: `${call}, during the ${during}; p95`,
    ours: formatWaits(summary),
    reference: `before: ${formatWaits(idle)}`,
    figure: summary.p95 / idle.p95,
    unit: '×',
    goal: WAIT,
  });
  return [row('arrival', arrival), row('merge', merge)];
}
