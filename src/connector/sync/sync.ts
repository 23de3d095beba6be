import { PasserelleError } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import { openState, openStateCopy } from '../state/open-state.ts';
import type { SyncState } from '../state/sync-state.ts';
import { plannedFlows, runFlow } from './flows.ts';
import type { SyncOptions } from './options.ts';
import type { FlowName, FlowReport, SyncReport } from './report.ts';
import { checkInterruption, type Run } from './run.ts';
import { createTally } from './tally.ts';

/**
 * One run of the connector: every flow that there is, once, in its order. What fails in it stands in the report; it
 * rejects where it cannot begin: `run_under_way`, `source_unavailable` (the state folder). Neither the source nor the
 * shop is closed.
 */
export async function sync(options: SyncOptions): Promise<SyncReport> {
  const { dryRun = false, stateFolder } = options;
  const state = dryRun ? openStateCopy(stateFolder) : openState(stateFolder);
  try {
    return await runFlows(options, state);
  } finally {
    state.close();
  }
}

async function runFlows(options: SyncOptions, state: SyncState): Promise<SyncReport> {
  const startedAt = clockOf(options);
  const elapsed = stopwatch();
  const flows: FlowReport[] = [];
  let stop: Problem | undefined;
  for (const name of plannedFlows(options)) {
    const ended = await runOne(name, options, state);
    flows.push(flows.length === 0 ? withWarning(ended.report, state.rebuilt) : ended.report);
    stop = ended.stop;
    if (stop) break;
  }
  const hasFailures = flows.some(({ failed }) => failed > 0);
  return {
    outcome: stop ? 'stopped' : hasFailures ? 'with_failures' : 'complete',
    dryRun: options.dryRun ?? false,
    startedAt: startedAt.toISOString(),
    durationMs: elapsed(),
    flows,
    ...(stop && { stop }),
  };
}

const clockOf = ({ now }: SyncOptions): Date => now?.() ?? new Date();

/** Of real time, whatever the run's own clock says: that one may be an invented ERP's. */
function stopwatch(): () => number {
  const started = performance.now();
  return () => Math.round(performance.now() - started);
}

const withWarning = (report: FlowReport, warning: Problem | undefined): FlowReport =>
  warning
    ? { ...report, warnings: [warning, ...report.warnings], warningCount: report.warningCount + 1 }
    : report;

interface EndedFlow {
  readonly report: FlowReport;
  /** Why the run ends with it. */
  readonly stop?: Problem;
}

async function runOne(name: FlowName, options: SyncOptions, state: SyncState): Promise<EndedFlow> {
  const { events = {} } = options;
  const startedAt = clockOf(options);
  const elapsed = stopwatch();
  const run: Run = { options, state, tally: createTally(name, events), startedAt };
  events.flowStarted?.(name);
  const stop = await stopOf(run, name);
  if (!stop && run.tally.failures() === 0) state.recordSuccess(name, startedAt.toISOString());
  events.flowEnded?.(name);
  const report = run.tally.report(elapsed());
  return stop ? { report, stop } : { report };
}

/** A flow that cannot go on for a reason of its own (a list that is refused) has failed; the others go on. */
async function stopOf(run: Run, name: FlowName): Promise<Problem | undefined> {
  try {
    checkInterruption(run);
    await runFlow(name, run);
    return undefined;
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    if (error.retryable) return error.problem;
    run.tally.failed(error.problem);
    return undefined;
  }
}
