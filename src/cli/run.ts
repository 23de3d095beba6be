import { CommanderError } from 'commander';
import { CommandExit } from './exit.ts';
import { reportFailure } from './failure.ts';
import { createProgram } from './program.ts';
import { type Terminal, terminalLanguage, writeLine } from './terminal.ts';

/** Runs one command line to its end, errors told on standard error. Gives the exit code; never rejects. */
export async function runCommandLine(terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(terminal.words, { from: 'user' });
    return 0;
  } catch (error) {
    // Help, version, or a mistake in the command line that has been told already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
    if (error instanceof CommandExit) return error.exitCode;
    const { environment, errors } = terminal;
    const report = reportFailure(error, { language: terminalLanguage(terminal), environment });
    await writeLine(errors, report.text);
    return report.exitCode;
  }
}

/** What shells and other tools say of a command line that cannot be read. */
const MISUSED = 2;
