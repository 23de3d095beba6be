import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Watching {
  /** Files, and folders with all that is in them. */
  readonly paths: readonly string[];
  /** Of the command, without the interpreter's and without `--watch`. */
  readonly words: readonly string[];
  readonly signal: AbortSignal;
  /** Told when a try is over. */
  onTried(): Promise<void>;
}

/** Looking is sure to see what an editor replaces, and what is on another machine's disk. */
const LOOK_MS = 400;

/** Runs the command now and after each change, in a process of its own: a module is loaded once in each. */
export async function tryOnChange({ paths, words, signal, onTried }: Watching): Promise<void> {
  let tried: string | undefined;
  while (!signal.aborted) {
    const now = await fingerprint(paths);
    if (now !== tried) {
      tried = now;
      await run(words, signal);
      await onTried();
    }
    await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}

async function fingerprint(paths: readonly string[]): Promise<string> {
  const parts = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      if (!found) return `${path} -`;
      if (!found.isDirectory()) return `${path} ${found.mtimeMs} ${found.size}`;
      const names = await readdir(path).catch(() => []);
      return fingerprint(names.sort().map((name) => join(path, name)));
    }),
  );
  return parts.join('\n');
}

function run(words: readonly string[], signal: AbortSignal): Promise<void> {
  const [, script = ''] = process.argv;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, script, ...words], {
      stdio: 'inherit',
      signal,
    });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
}
