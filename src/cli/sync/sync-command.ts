import type { SyncReport } from '../../connector/sync/report.ts';
import { fail } from '../../domain/error.ts';
import type { CommandContext } from '../commands/context.ts';
import type { RawSettings } from '../configuration/environment.ts';
import { CommandExit } from '../exit.ts';
import { reportFailure } from '../failure.ts';
import { interruption } from '../interruption.ts';
import { printable, writeLine } from '../terminal.ts';
import { type Connection, loadConnection } from './connection.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import { runSync } from './run-sync.ts';
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
    const connection = await loadConnection({
      folder: terminal.folder,
      environment: terminal.environment,
      language,
      ...command,
    });
    const report = await runs(context, { connection, flags: command.flags, minutes });
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

async function writeColumns({ terminal, wording }: CommandContext, from: string | undefined): Promise<void> {
  const { resolve } = await import('node:path');
  const { writeColumnMap } = await import('../../connector/folder/column-map.ts');
  const file = await writeColumnMap(resolve(terminal.folder, from ?? '.'));
  await writeLine(terminal.output, wording.sync.columnsWritten(file));
}

const MINUTES_BY_DEFAULT = 15;

function minutesOf({ wording }: CommandContext, said: string | true | undefined): number | undefined {
  if (said === undefined || said === true) return said && MINUTES_BY_DEFAULT;
  if (/^[1-9]\d{0,4}$/.test(said)) return Number(said);
  throw fail('option_invalid', { field: '--watch', value: said, expected: wording.sync.watchExpected });
}

interface Runs {
  readonly connection: Connection;
  readonly flags: SyncFlags;
  readonly minutes: number | undefined;
}

/** The last run's report; undefined where it could not begin. */
async function runs(
  context: CommandContext,
  { connection, flags, minutes }: Runs,
): Promise<SyncReport | undefined> {
  const signal = interruption();
  const opened = await openSource(connection);
  const run = async (): Promise<SyncReport> => {
    const report = await oneRun(context, { connection, flags, opened, signal });
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
        context.terminal.errors.write(`${context.wording.sync.next(time)}\n`);
      },
    });
  } finally {
    await opened.source.close();
  }
}

interface OneRun extends Pick<Runs, 'connection' | 'flags'> {
  readonly opened: OpenedSource;
  readonly signal: AbortSignal;
}

async function oneRun(
  { terminal, wording }: CommandContext,
  { connection, flags, opened, signal }: OneRun,
): Promise<SyncReport> {
  const dryRun = flags.dryRun ?? false;
  const shows = dryRun && !flags.json;
  let steps = 0;
  if (shows) await writeLine(terminal.output, wording.sync.plan);
  const report = await runSync({
    connection,
    opened,
    dryRun,
    everything: flags.everything ?? false,
    signal,
    terminal,
    wording: wording.sync,
    ...(shows && {
      onStep(line: string) {
        steps++;
        terminal.output.write(`${printable(line)}\n`);
      },
    }),
  });
  if (shows && steps === 0) await writeLine(terminal.output, wording.sync.nothingToDo);
  return report;
}

async function tell(
  { terminal, language, wording }: CommandContext,
  report: SyncReport,
  { json }: SyncFlags,
): Promise<void> {
  const lines = json ? [JSON.stringify(report)] : summaryLines(report, { language, wording: wording.sync });
  for (const line of lines) await writeLine(terminal.output, line);
}
