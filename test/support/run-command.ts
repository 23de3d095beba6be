import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../src/cli/run.ts';

export interface CommandResult {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  /** The current folder. */
  readonly folder: string;
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a command line in this process, away from its settings: in English, on streams of its own. */
export async function runCommand(words: readonly string[], options: RunOptions): Promise<CommandResult> {
  const output = createSink();
  const errors = createSink();
  const exitCode = await runCommandLine({
    words,
    environment: options.environment ?? {},
    folder: options.folder,
    input: Readable.from(options.input === undefined ? [] : [Buffer.from(options.input)]),
    output: output.stream,
    errors: errors.stream,
  });
  return { exitCode, output: output.text(), errors: errors.text() };
}

function createSink() {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
}

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Starts a command line as a process of its own. */
export function startCommand(words: readonly string[], { folder, environment = {} }: RunOptions) {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [MAIN, ...words], { cwd: folder, env: { PATH, LANG: 'C', ...environment } });
}
