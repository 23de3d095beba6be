import type { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import type { Exchange } from '../../../shop/journal.ts';
import { NOTHING_REPLAYED, type Replay, type ReplayResult, withResult } from '../../../shop/replay.ts';
import type { Language } from '../../../shop/wording.ts';
import type { ReplayRun } from '../../replays.ts';
import type { replayedExchange, replayLine } from '../../schemas/replay.ts';
import { remark } from '../exchanges/exchange-content.ts';

type Line = z.input<typeof replayLine>;

interface Told {
  readonly language: Language;
  /** Whether it has become an exchange of the shop's. */
  readonly isReal: boolean;
}

/** A run's steps as they are told. Rejects with `replay_interrupted` where they end before all is replayed. */
export async function* replayLines({ total, steps }: ReplayRun, told: Told): AsyncGenerator<Line> {
  yield { kind: 'begun', total };
  let counts = NOTHING_REPLAYED;
  for await (const step of steps) {
    if (step.kind === 'copied') yield { kind: 'copied' };
    else
      for (const result of step.results) {
        counts = withResult(counts, result);
        yield lineFrom(result, told);
      }
  }
  // The server stops: what it came to so far is not taken for the whole.
  if (counts.replayed + counts.left < total) throw fail('replay_interrupted');
  yield { kind: 'end', total, ...counts };
}

const lineFrom = (result: ReplayResult, told: Told): Line =>
  result.ok
    ? { kind: 'replayed', ...replayContent(result.replay, told) }
    : { kind: 'left', exchange: result.id, problem: remark(result.problem, told.language) };

export function replayContent(
  { before, after, sameReply, sameOutcome, effect }: Replay,
  { language, isReal }: Told,
): z.input<typeof replayedExchange> {
  return {
    exchange: before.id,
    at: before.at,
    resource: before.resource,
    reference: before.reference,
    before: endOf(before, language),
    after: { ...(isReal && { id: after.id }), ...endOf(after, language) },
    sameReply,
    sameOutcome,
    effect: effect.map(({ changes, ...record }) => ({ ...record, changes: [...changes] })),
  };
}

const endOf = ({ outcome, problem, warnings, reply }: Exchange, language: Language) => ({
  outcome,
  warnings: warnings.map((warning) => remark(warning, language)),
  ...(problem && { problem: remark(problem, language) }),
  ...defined({ reply }),
});
