import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreOptions } from '../../src/store/options.ts';
import { KEY } from './endpoint.ts';
import { startCommand } from './run-command.ts';

/** The real server, as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it printed until it was ready. */
  readonly output: string;
  /** What it wrote to standard error so far. */
  log(): string;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Null before it has ended, and when a signal ended it. */
  exitCode(): number | null;
}

export interface ServerSettings {
  /** Of its shop, as the configuration file says them. */
  readonly shop?: Readonly<Record<string, unknown>>;
  /** Of more shops behind it. */
  readonly others?: readonly Readonly<Record<string, unknown>>[];
  /** Of the server itself, likewise. */
  readonly server?: Readonly<Record<string, unknown>>;
  /** Empty: the server makes one of its own. */
  readonly key?: string;
}

/**
 * Resolves with the `ready` line. Its data stand in `data`, which no other server shares, where the settings do not say
 * otherwise.
 */
export async function startServer(data: string, settings: ServerSettings = {}): Promise<ServerProcess> {
  const { shop, others = [], server, key = KEY } = settings;
  if (shop)
    writeFileSync(
      join(data, 'passerelle.config.json'),
      JSON.stringify({ ...server, shops: [shop, ...others] }),
    );
  const child = startCommand(['serve'], {
    folder: data,
    environment: { PASSERELLE_DATA: data, PASSERELLE_KEY: key, PASSERELLE_PORT: '0', PASSERELLE_LANG: 'en' },
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const output = await readyOutput(child, () => log);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (ended()) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    url: READY.exec(output)?.[1] ?? '',
    output,
    pid: child.pid ?? 0,
    log: () => log,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    exitCode: () => child.exitCode,
  };
}

const READY = /^ready (\S+)$/m;

function readyOutput(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      if (READY.test(output)) resolve(output);
    });
    child.once('exit', () => reject(new Error(`the server ended before it was ready:\n${output}${log()}`)));
  });
}

/** What the server in `data` keeps its only shop in. */
export const storeIn = (data: string): StoreOptions => ({
  url: `sqlite:${databaseIn(data)}`,
  blobFolder: join(data, 'shop-blobs'),
});

export const databaseIn = (data: string): string => join(data, 'shop.sqlite');
