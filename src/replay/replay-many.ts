import { PasserelleError } from '../domain/error.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { RecordedExchange } from '../shop/journal.ts';
import type { ReplayResult } from '../shop/replay.ts';
import { concluded, type SentAgain, sendAgain } from './replay-exchange.ts';
import type { ReplayedShop, ReplayTarget } from './target.ts';

export interface ReplayManyOptions {
  /** Whose journal has the exchanges. */
  readonly source: Pick<ReplayedShop, 'journal'>;
  readonly target: ReplayTarget;
  /** Takes the place of the requests. */
  readonly edited?: string;
  /** Why an exchange may not be replayed, if so. */
  refuse?(exchange: RecordedExchange): Problem | undefined;
  readonly signal?: AbortSignal;
}

/** The journal takes what comes together in one commit. */
const BATCH = 50;

/** One after another, in the order given; results come in batches. Rejects where the store fails. */
export async function* replayMany(
  ids: readonly string[],
  options: ReplayManyOptions,
): AsyncGenerator<readonly ReplayResult[]> {
  for (let at = 0; at < ids.length && !options.signal?.aborted; at += BATCH) {
    const begun: (SentAgain | ReplayResult)[] = [];
    for (const id of ids.slice(at, at + BATCH)) {
      if (options.signal?.aborted) break;
      begun.push(await begin(id, options));
    }
    const results: ReplayResult[] = [];
    for (const one of begun)
      results.push('ok' in one ? one : { ok: true, replay: await concluded(one, options.target) });
    yield results;
  }
}

async function begin(id: string, options: ReplayManyOptions): Promise<SentAgain | ReplayResult> {
  const { source, target, edited, refuse } = options;
  const before = await source.journal.exchange(id);
  if (!before) return { ok: false, id, problem: problem('exchange_unknown', { value: id }) };
  const refused = (reason: Problem): ReplayResult => ({ ok: false, id, exchange: before, problem: reason });
  const refusal = refuse?.(before);
  if (refusal) return refused(refusal);
  try {
    return await sendAgain(before, target, edited);
  } catch (error) {
    if (error instanceof PasserelleError && error.code !== 'internal' && !error.retryable)
      return refused(error.problem);
    throw error;
  }
}
