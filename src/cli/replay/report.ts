import type { Exchange } from '../../shop/journal.ts';
import { NOTHING_REPLAYED, type Replay, type ReplayResult, withResult } from '../../shop/replay.ts';
import { describe } from '../../shop/wording.ts';
import { createFindingProgress } from '../check/progress.ts';
import type { ShopCommand } from '../commands/context.ts';
import { CommandExit } from '../exit.ts';
import { singleLine } from '../journal/format.ts';
import { writeLine } from '../terminal.ts';
import { REPLAY_WORDING } from '../wording/replay.ts';
import { formatReplay, type ReplayFormat } from './format.ts';

interface ReportOptions {
  readonly json?: boolean;
  readonly forReal: boolean;
  readonly isEdited: boolean;
  readonly total: number;
  readonly signal: AbortSignal;
}

/**
 * Shows each result, then what they come to. Ends with exit code 1 when some were not replayed, or were refused or failed
 * where they were not before, or were sent for real or edited.
 */
export async function reportResults(
  batches: AsyncIterable<readonly ReplayResult[]>,
  { terminal, language, shop }: ShopCommand,
  { json = false, forReal, isEdited, total, signal }: ReportOptions,
): Promise<void> {
  const { output, errors } = terminal;
  const wording = REPLAY_WORDING[language];
  const format: ReplayFormat = { language, timeZone: shop.timeZone, wording, whole: total === 1 };
  // On a terminal the results themselves show how far it is.
  const progress = 'isTTY' in output && output.isTTY ? undefined : createFindingProgress(errors, wording);
  let counts = NOTHING_REPLAYED;
  let isWell = true;
  for await (const batch of batches) {
    for (const result of batch) {
      counts = withResult(counts, result);
      isWell &&= result.ok && !isWrong(result.replay, forReal || isEdited);
      const text = json ? JSON.stringify(shown(result)) : formatResult(result, format);
      await writeLine(output, text);
    }
    progress?.show(counts.replayed + counts.left, total);
  }
  progress?.stop();
  if (signal.aborted) await writeLine(errors, wording.interrupted);
  await writeLine(errors, forReal ? wording.forReal(counts) : wording.onCopy(counts));
  if (!isWell || signal.aborted) throw new CommandExit(1);
}

const isRefused = ({ outcome }: Exchange): boolean => ['refused', 'failed', 'partly'].includes(outcome);

const isWrong = ({ before, after }: Replay, mustSucceed: boolean): boolean =>
  isRefused(after) && (mustSucceed || !isRefused(before));

const formatResult = (result: ReplayResult, format: ReplayFormat): string =>
  result.ok ? formatReplay(result.replay, format) : singleLine(describe(result.problem, format.language));

/** For programs: what is in the journal already is named, not repeated. */
function shown(result: ReplayResult): object {
  if (!result.ok) {
    const { id, problem } = result;
    return { exchange: id, replayed: false, problem };
  }
  const { before, after, sameReply, sameOutcome, effect } = result.replay;
  return {
    exchange: before.id,
    replayed: true,
    resource: before.resource,
    reference: before.reference,
    before: end(before),
    after: { id: after.id, ...end(after) },
    sameReply,
    sameOutcome,
    effect,
  };
}

const end = ({ outcome, problem, warnings, reply }: Exchange) => ({ outcome, problem, warnings, reply });
