import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Summary, summaryOf } from './statistics.ts';

/** What the figures were measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  readonly sqlite: string;
  /** Where the stores are. */
  readonly folder: string;
  /** How long a durable write of 4 KB takes there: what every commit pays. */
  readonly syncMs: Summary;
  /** Processes that wanted to run during the last minute. */
  readonly load: number;
}

export function describeMachine(folder: string): Machine {
  const [load = 0] = loadavg();
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${type()} ${release()}`,
    node: process.versions.node,
    sqlite: sqliteVersion(),
    folder,
    syncMs: summaryOf(measureSync(join(folder, 'sync'))),
    load,
  };
}

function sqliteVersion(): string {
  const database = new DatabaseSync(':memory:');
  const row = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  return String(row?.version);
}

const SYNCS = 200;

function measureSync(path: string): readonly number[] {
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096, 1);
  const measured = Array.from({ length: SYNCS }, () => {
    writeSync(file, page);
    const start = performance.now();
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return measured;
}
