import { PasserelleError } from '../../domain/error.ts';
import { problem } from '../../domain/problem.ts';
import type { BulkResult } from '../../shop/shop.ts';
import { createIsolation } from './isolate.ts';
import { isUnchanged, type Outgoing, refusalOf } from './record.ts';
import { checkInterruption, type Run } from './run.ts';

/** One record of a bulk message: in it, it may stand as several elements. */
export interface BulkUnit<Item> extends Outgoing {
  readonly items: readonly Item[];
}

export interface BulkFlow<Item> {
  readonly kind: Outgoing['kind'];
  /** From the source's beginning each time; what cannot be read is reported. */
  units(): AsyncIterable<readonly BulkUnit<Item>[]>;
  save(batches: AsyncIterable<readonly Item[]>): Promise<BulkResult>;
}

/** Records of a batch within a message, and of a request where the whole message was refused. */
const BATCH = 500;

/** All changed records in one streamed message; where the shop refuses it, in smaller ones until the bad are found. */
export async function sendTogether<Item>(run: Run, flow: BulkFlow<Item>): Promise<void> {
  const { state, tally } = run;
  try {
    await tally.provisionally(() => state.together(() => sendAll(run, flow)));
  } catch (error) {
    refusalOf(error);
    await sendApart(run, flow, BATCH);
  }
}

/** Changed records in requests of `size`. */
export async function sendApart<Item>(run: Run, flow: BulkFlow<Item>, size: number): Promise<void> {
  const isolate = createIsolation<BulkUnit<Item>>({
    send: (units) => sendPart(run, flow, units),
    giveUp: ({ entity, name }, refusal) => run.tally.failed({ ...refusal, entity, record: name }),
  });
  for await (const units of changedUnits(run, flow, size)) await isolate(units);
}

async function sendPart<Item>(run: Run, flow: BulkFlow<Item>, units: readonly BulkUnit<Item>[]) {
  checkInterruption(run);
  try {
    if (!run.options.dryRun)
      checkResult(run, await flow.save(onlyBatch(units.flatMap(({ items }) => items))));
  } catch (error) {
    return refusalOf(error);
  }
  for (const unit of units) accept(run, unit);
  return undefined;
}

async function sendAll<Item>(run: Run, flow: BulkFlow<Item>): Promise<void> {
  const changed = changedUnits(run, flow, BATCH);
  const first = await changed.next();
  // A message without a record is none: the shop would refuse it.
  if (first.done) return;
  const batches = acceptedItems(run, first.value, changed);
  if (run.options.dryRun) await Array.fromAsync(batches, () => undefined);
  else checkResult(run, await flow.save(batches));
}

async function* acceptedItems<Item>(
  run: Run,
  first: readonly BulkUnit<Item>[],
  rest: AsyncIterable<readonly BulkUnit<Item>[]>,
): AsyncGenerator<readonly Item[]> {
  const items = (units: readonly BulkUnit<Item>[]): readonly Item[] => {
    for (const unit of units) accept(run, unit);
    return units.flatMap((unit) => unit.items);
  };
  yield items(first);
  for await (const units of rest) yield items(units);
}

function accept<Item>({ state, tally }: Run, unit: BulkUnit<Item>): void {
  state.markSent(unit);
  tally.sent(unit.operation, unit.name);
}

async function* changedUnits<Item>(
  run: Run,
  flow: BulkFlow<Item>,
  size: number,
): AsyncGenerator<readonly BulkUnit<Item>[]> {
  run.state.startPass(flow.kind);
  let batch: BulkUnit<Item>[] = [];
  for await (const units of flow.units()) {
    for (const unit of units) {
      const record = run.state.occurrence(unit);
      if (isUnchanged(run, record)) run.tally.unchanged();
      else batch.push({ ...unit, ...record });
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Throws where the shop saved only a part: over the wire that is an error too. */
export function checkResult({ tally }: Run, result: BulkResult): void {
  tally.warn(...result.warnings);
  if (result.refusedCount === 0) return;
  const { created, updated, unchanged, refused, refusedCount } = result;
  const saved = created + updated + unchanged;
  throw new PasserelleError(
    problem('records_refused', { saved, refused: refusedCount, details: refused.slice(0, 5) }),
  );
}

async function* onlyBatch<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield items;
}
