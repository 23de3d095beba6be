import type { SyncReport } from '../../connector/sync/report.ts';
import { fail } from '../../domain/error.ts';
import type { CommandContext } from '../commands/context.ts';
import type { RawSettings } from '../configuration/environment.ts';
import { CommandExit } from '../exit.ts';
import { reportFailure } from '../failure.ts';
import { interruption } from '../interruption.ts';
import { printable, writeLine } from '../terminal.ts';
import { SYNC_WORDING } from '../wording/sync.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import { runSync } from './run-sync.ts';
import { loadSyncSettings, type SyncSettings } from './settings.ts';
import { summaryLines } from './summary.ts';
import { watch } from './watch.ts';

export interface SyncFlags {
  readonly dryRun?: boolean;
  readonly everything?: boolean;
  /** Minutes; `true` without a number. */
  readonly watch?: string | true;
  readonly json?: boolean;
  readonly writeColumns?: boolean;
}

export interface SyncCommand {
  readonly from: string | undefined;
  readonly flags: SyncFlags;
  readonly settings: RawSettings;
  readonly shop: RawSettings;
}

/** The whole command. Ends with CommandExit 1 where records failed, 2 where the run stopped or could not begin. */
export async function runSyncCommand(context: CommandContext, command: SyncCommand): Promise<void> {
  try {
    const { terminal, language } = context;
    if (command.flags.writeColumns) return await writeColumns(context, command.from);
    const minutes = minutesOf(context, command.flags.watch);
    const settings = await loadSyncSettings({
      folder: terminal.folder,
      environment: terminal.environment,
      language,
      ...command,
    });
    const report = await runs(context, { settings, flags: command.flags, minutes });
    if (report?.outcome !== 'complete') throw new CommandExit(report?.outcome === 'with_failures' ? 1 : 2);
  } catch (error) {
    if (error instanceof CommandExit) throw error;
    await tellFailure(context, error);
    throw new CommandExit(2);
  }
}

async function tellFailure({ terminal, language }: CommandContext, error: unknown): Promise<void> {
  const { text } = reportFailure(error, { language, environment: terminal.environment });
  await writeLine(terminal.errors, text);
}

async function writeColumns({ terminal, language }: CommandContext, from: string | undefined): Promise<void> {
  const { resolve } = await import('node:path');
  const { writeColumnMap } = await import('../../connector/folder/column-map.ts');
  const file = await writeColumnMap(resolve(terminal.folder, from ?? '.'));
  await writeLine(terminal.output, SYNC_WORDING[language].columnsWritten(file));
}

const MINUTES_BY_DEFAULT = 15;

function minutesOf({ language }: CommandContext, said: string | true | undefined): number | undefined {
  if (said === undefined || said === true) return said && MINUTES_BY_DEFAULT;
  if (/^[1-9]\d{0,4}$/.test(said)) return Number(said);
  const { watchExpected: expected } = SYNC_WORDING[language];
  throw fail('option_invalid', { field: '--watch', value: said, expected });
}

interface Runs {
  readonly settings: SyncSettings;
  readonly flags: SyncFlags;
  readonly minutes: number | undefined;
}

/** The last run's report; undefined where it could not begin. */
async function runs(
  context: CommandContext,
  { settings, flags, minutes }: Runs,
): Promise<SyncReport | undefined> {
  const signal = interruption();
  const opened = await openSource(settings);
  const run = async (): Promise<SyncReport> => {
    const report = await oneRun(context, { settings, flags, opened, signal });
    await tell(context, report, flags);
    return report;
  };
  try {
    if (minutes === undefined) return await run();
    // Somebody who watches wants the next run, whatever became of this one.
    const survivingRun = () =>
      run().catch((error: unknown) => tellFailure(context, error).then(() => undefined));
    return await watch(survivingRun, {
      minutes,
      signal,
      onWait(next) {
        opened.beforeNextRun?.();
        const time = next.toLocaleTimeString(context.language);
        context.terminal.errors.write(`${SYNC_WORDING[context.language].next(time)}\n`);
      },
    });
  } finally {
    await opened.source.close();
  }
}

interface OneRun extends Pick<Runs, 'settings' | 'flags'> {
  readonly opened: OpenedSource;
  readonly signal: AbortSignal;
}

async function oneRun(
  { terminal, language }: CommandContext,
  { settings, flags, opened, signal }: OneRun,
): Promise<SyncReport> {
  const wording = SYNC_WORDING[language];
  const dryRun = flags.dryRun ?? false;
  const shows = dryRun && !flags.json;
  let steps = 0;
  if (shows) await writeLine(terminal.output, wording.plan);
  const report = await runSync({
    settings,
    opened,
    dryRun,
    everything: flags.everything ?? false,
    signal,
    terminal,
    wording,
    ...(shows && {
      onStep(line: string) {
        steps++;
        terminal.output.write(`${printable(line)}\n`);
      },
    }),
  });
  if (shows && steps === 0) await writeLine(terminal.output, wording.nothingToDo);
  return report;
}

async function tell(
  { terminal, language }: CommandContext,
  report: SyncReport,
  { json }: SyncFlags,
): Promise<void> {
  const lines = json
    ? [JSON.stringify(report)]
    : summaryLines(report, { language, wording: SYNC_WORDING[language] });
  for (const line of lines) await writeLine(terminal.output, line);
}
