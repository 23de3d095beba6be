import { join } from 'node:path';

/** What stands in a state folder. */
export interface StateFiles {
  /** What was sent when. */
  readonly database: string;
  /** Always empty: held locked for as long as a run lasts. */
  readonly lock: string;
  /** The process of the run under way, for people. */
  readonly pid: string;
}

export const stateFiles = (folder: string): StateFiles => ({
  database: join(folder, 'sync.sqlite'),
  lock: join(folder, 'sync.lock'),
  pid: join(folder, 'sync.pid'),
});

/** SQLite's own files beside a database. */
export const SIDE_FILES = ['', '-wal', '-shm'] as const;
