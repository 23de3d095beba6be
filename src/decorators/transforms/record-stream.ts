import { fail, PasserelleError } from '../../domain/error.ts';
import type { Findings } from '../../shop/findings.ts';
import type { BulkResult } from '../../shop/shop.ts';
import { createCollector, MOST_KEPT, withFindings } from '../../shop/tally.ts';
import type { Moment, Moments } from './moments.ts';
import { type Passing, passHooks } from './pass-hooks.ts';
import type { Passage } from './passage.ts';
import { isPromise } from './time.ts';

/** Many records of one message, or of one list, on their way through the hooks of a moment. */
export interface RecordStream<Name extends Moment> {
  readonly dropped: Findings;
  readonly refused: Findings;
  /**
   * A batch at a time; hooks that give promises work on a whole batch at once. `onLeftOut` is told of each record that
   * ends here. Rejects with `hook_slow` once a hundred records have taken too long: nobody waits for a million.
   */
  pass(
    batch: readonly Moments[Name][],
    onLeftOut?: (passage: Passage<Moments[Name]>, was: Moments[Name]) => void,
  ): Promise<Moments[Name][]>;
  /** What the shop says of the rest, with what was left out before it. */
  addTo(result: BulkResult): BulkResult;
}

export function createRecordStream<Name extends Moment>(passing: Passing<Name>): RecordStream<Name> {
  const dropped = createCollector();
  const refused = createCollector();
  let slow = 0;

  function leave(passage: Exclude<Passage<Moments[Name]>, { kind: 'passed' }>): void {
    (passage.kind === 'dropped' ? dropped : refused).add(passage.problem);
    if (passage.problem.reason !== 'hook_slow') return;
    slow += 1;
    if (slow >= MOST_KEPT) throw new PasserelleError(passage.problem);
  }

  return {
    dropped,
    refused,
    addTo: (result) => withFindings(result, { refused, warnings: dropped }),
    async pass(batch, onLeftOut) {
      const begun = batch.map((record) => passHooks(record, passing));
      const passages = begun.some(isPromise) ? await Promise.all(begun) : begun;
      const passed: Moments[Name][] = [];
      for (const [index, passage] of passages.entries()) {
        const was = batch[index];
        if (isPromise(passage) || was === undefined) throw fail('internal');
        if (passage.kind === 'passed') passed.push(passage.value);
        else {
          leave(passage);
          onLeftOut?.(passage, was);
        }
      }
      return passed;
    },
  };
}
