import { problem } from '../../src/domain/problem.ts';
import type { ExchangeOutcome, Journal } from '../../src/shop/journal.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a connector did in the two days before `now`: a run an hour, more of it by day, some of it refused. */
export async function recordPastRuns(journal: Journal, now: number): Promise<void> {
  for (let hoursAgo = 46; hoursAgo > 0; hoursAgo -= 1) {
    const begins = Math.floor(now / HOUR) * HOUR - hoursAgo * HOUR + 7 * MINUTE;
    const byDay = Math.max(0, Math.sin(((new Date(begins).getUTCHours() - 5) * Math.PI) / 14));
    const count = 6 + Math.round(90 * byDay * (0.6 + ((hoursAgo * 7) % 5) / 10));
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        journal.recordExchange(pastExchange({ at: begins + index * 400, index, hoursAgo })),
      ),
    );
  }
}

interface Place {
  readonly at: number;
  readonly index: number;
  readonly hoursAgo: number;
}

function pastExchange({ at, index, hoursAgo }: Place) {
  const reference = `TSH${String(1 + ((index * 13 + hoursAgo) % 60)).padStart(4, '0')}`;
  const outcome = outcomeOf(index, hoursAgo);
  const where = { entity: 'product', record: reference, field: 'stock', value: 'n/a' } as const;
  return {
    id: idAt(at, index),
    at: new Date(at).toISOString(),
    resource: 'update_product',
    reference,
    outcome,
    httpStatus: 200,
    warnings: [],
    durationMs: 2.5,
    requestBytes: 480,
    replyBytes: 80,
    remoteAddress: '192.0.2.10',
    ...(outcome === 'unchanged' && { unchanged: 1 }),
    ...(outcome === 'refused' && { problem: problem('not_a_number', where) }),
    // A stranger's request is not kept, and belongs to no run.
    request: `<connecteur><reference>${reference}</reference></connecteur>`,
  };
}

function outcomeOf(index: number, hoursAgo: number): ExchangeOutcome {
  if (hoursAgo % 17 === 5 && index % 9 === 3) return 'refused';
  if (hoursAgo % 11 === 3 && index % 7 === 2) return 'warning';
  return index % 3 === 0 ? 'success' : 'unchanged';
}

/** A UUIDv7 of that instant. */
function idAt(at: number, index: number): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(index).padStart(12, '0')}`;
}
