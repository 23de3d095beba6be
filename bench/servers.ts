import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CmsSettings } from '../src/adapters/settings.ts';
import type { ConfigurationInput } from '../src/configuration/server.ts';
import type { BenchContext } from './bench.ts';
import type { Address } from './connection.ts';
import { KEY } from './forms.ts';
import type { BenchStore } from './stores.ts';

export interface BenchServer extends Address {
  readonly pid: number;
  stop(): Promise<void>;
}

const PASSERELLE = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const REFERENCE = fileURLToPath(new URL('./reference-server.ts', import.meta.url));
const START_MS = 30_000;
const STOP_MS = 20_000;

/** Where a server keeps its files, and its shop. */
interface ServedStore {
  readonly folder: string;
  readonly options: Pick<BenchStore['options'], 'url'>;
}

/** What a shop's own settings say. */
export interface ShopSettings {
  readonly priceRules?: 'merge' | 'full';
  readonly cms?: CmsSettings;
  readonly transforms?: readonly string[];
  readonly sheets?: string;
}

/** What the server's settings say beside. */
type ServerSettings = Pick<ConfigurationInput, 'journal'>;

/** The whole webservice on that store, as `npm start` runs it, journal included. */
export const startPasserelle = (
  context: BenchContext,
  { folder, options }: ServedStore,
  shop: ShopSettings = {},
  server: ServerSettings = {},
): Promise<BenchServer> => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'passerelle.config.json'),
    JSON.stringify({ ...server, shops: [{ name: 'shop', ...shop }] }),
  );
  return startServer(context, {
    words: [PASSERELLE, 'serve'],
    folder,
    environment: {
      PASSERELLE_DATA: folder,
      PASSERELLE_STORE: options.url,
      PASSERELLE_KEY: KEY,
      PASSERELLE_PORT: '0',
      PASSERELLE_LANG: 'en',
    },
  });
};

/** A bare node:http server that commits one prepared upsert per request; see reference-server.ts. */
export const startReference = (
  context: BenchContext,
  { folder, options }: BenchStore,
): Promise<BenchServer> => startServer(context, { words: [REFERENCE, options.url], folder, environment: {} });

interface Start {
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

const running = new Set<ChildProcess>();
// Whatever ends this process must not leave a server behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

async function startServer(
  context: BenchContext,
  { words, folder, environment }: Start,
): Promise<BenchServer> {
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...profiling(context), ...words], {
    env: { ...inherited(), ...environment },
    cwd: folder,
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  running.add(child);
  child.once('exit', () => running.delete(child));
  const url = await readyUrl(child).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  });
  return {
    host: url.hostname,
    port: Number(url.port),
    pid: child.pid ?? 0,
    stop: () => stop(child),
  };
}

const profiling = ({ profiles }: BenchContext): readonly string[] =>
  profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];

/** The environment without what a person has configured for their own shop. */
const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PASSERELLE_')));

/** Standard output is read on to the end: a server whose output nobody takes any more would stop. */
function readyUrl(child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the server is not ready after ${START_MS / 1000} s`)),
      START_MS,
    );
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('ready ')) return;
      clearTimeout(timer);
      resolve(new URL(line.slice('ready '.length).trim()));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(timer);
}
