import type { ShopCustomer } from '../../domain/customer.ts';
import { localDateTime } from '../../domain/dates.ts';
import type { Problem } from '../../domain/problem.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import { createIsolation } from './isolate.ts';
import { isUnchanged, type Outgoing, refusalOf } from './record.ts';
import { checkInterruption, type Run } from './run.ts';

const HOUR_MS = 3_600_000;
const BATCH = 200;

interface Incoming extends Outgoing {
  readonly customer: ShopCustomer;
}

/** What the shop's own side changed of its customers since the last run without a failure (seed §13). */
export async function syncShopCustomers(run: Run): Promise<void> {
  const isolate = createIsolation<Incoming>({
    send: (records) => importSome(run, records),
    giveUp: ({ entity, name }, refusal) => run.tally.failed({ ...refusal, entity, record: name }),
  });
  for await (const batch of run.options.shop.listCustomers(sinceLastRun(run))) {
    const changed = batch.map(incomingRecord).filter((record) => isNews(run, record));
    for (let start = 0; start < changed.length; start += BATCH)
      await isolate(changed.slice(start, start + BATCH));
  }
}

/**
 * An hour earlier than the last run began: the shop's clock may differ, and its wall clock goes back once a year. What
 * comes twice is known by its fingerprint.
 */
function sinceLastRun({ options, state }: Run) {
  const last = options.everything ? undefined : state.lastSuccess('shop-customers');
  if (last === undefined) return undefined;
  return localDateTime(new Date(Date.parse(last) - HOUR_MS), options.timeZone ?? 'Europe/Paris');
}

const incomingRecord = (customer: ShopCustomer): Incoming => ({
  kind: 'shop-customer',
  key: customer.id,
  fingerprint: fingerprintOf(customer),
  entity: 'customer',
  name: customer.id,
  operation: 'import_customers',
  customer,
});

function isNews(run: Run, record: Incoming): boolean {
  const isKnown = isUnchanged(run, record);
  if (isKnown) run.tally.unchanged();
  return !isKnown;
}

async function importSome(run: Run, records: readonly Incoming[]): Promise<Problem | undefined> {
  const { source, dryRun } = run.options;
  checkInterruption(run);
  try {
    if (!dryRun) await source.importCustomers?.(records.map(({ customer }) => customer));
  } catch (error) {
    return refusalOf(error);
  }
  for (const record of records) {
    run.state.markSent(record);
    run.tally.sent(record.operation, record.name);
  }
  return undefined;
}
