import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConformanceError } from '../../conformance/conformance-error.ts';
import type { CheckReport } from '../../conformance/report.ts';
import { hasPassed } from '../../conformance/report.ts';
import { parseBaseline } from '../../conformance/reports/baseline.ts';
import { terminalReport } from '../../conformance/reports/terminal.ts';
import { fail } from '../../domain/error.ts';
import type { CommandContext } from '../commands/context.ts';
import { CommandExit } from '../exit.ts';
import { reportFailure } from '../failure.ts';
import { interruption } from '../interruption.ts';
import { printable, write, writeLine } from '../terminal.ts';
import { CHECK_WORDING } from '../wording/check.ts';
import type { CheckFlags } from './check.ts';
import { refuseOddOptions } from './fitting-options.ts';
import { judgeConnector } from './judge-connector.ts';
import { judgeWebservice } from './judge-webservice.ts';
import { writeReports } from './report-files.ts';

/** The whole command. Ends with CommandExit 1 where the check did not pass, 2 where it could not run. */
export async function runCheckCommand(
  context: CommandContext,
  url: string | undefined,
  flags: CheckFlags,
): Promise<void> {
  try {
    refuseOddOptions(CHECK_WORDING[context.language], url, flags);
    const check = { context, flags, baseline: await readBaseline(context, flags), signal: interruption() };
    const report = await (flags.connector ? judgeConnector(check) : judgeWebservice(check, url));
    await tell(context, report, flags);
    if (!hasPassed(report)) throw new CommandExit(1);
  } catch (error) {
    if (error instanceof CommandExit) throw error;
    await writeLine(context.terminal.errors, failureText(context, error));
    throw new CommandExit(2);
  }
}

/** The kit is nobody's part: its errors have sentences of their own. */
const failureText = ({ terminal, language }: CommandContext, error: unknown): string =>
  error instanceof ConformanceError
    ? printable(error.message)
    : reportFailure(error, { language, environment: terminal.environment }).text;

async function readBaseline(
  { terminal }: CommandContext,
  { baseline }: CheckFlags,
): Promise<readonly string[]> {
  if (baseline === undefined) return [];
  const path = resolve(terminal.folder, baseline);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const expected = cause instanceof Error ? cause.message : String(cause);
    throw fail('file_unreadable', { value: path, expected }, cause);
  });
  return parseBaseline(text);
}

/** A file that cannot be written takes nothing away from what the terminal says. */
async function tell(context: CommandContext, report: CheckReport, flags: CheckFlags): Promise<void> {
  const { terminal, language } = context;
  try {
    for (const file of await writeReports(context, report, flags))
      await writeLine(terminal.errors, CHECK_WORDING[language].written(file));
  } finally {
    // Standard output belongs to the JSON where it was asked for there.
    if (flags.json !== '-')
      await write(terminal.output, terminalReport(report, { language, colour: isColoured(terminal) }));
  }
}

const isColoured = ({ output, environment }: CommandContext['terminal']): boolean =>
  'isTTY' in output && output.isTTY === true && !environment.NO_COLOR;
