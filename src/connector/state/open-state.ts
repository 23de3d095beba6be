import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeFolder, openDatabase } from './database.ts';
import { unusable } from './faults.ts';
import { SIDE_FILES, stateFiles } from './files.ts';
import { betweenRuns, lockRun } from './run-lock.ts';
import { createSyncState, type SyncState } from './sync-state.ts';

/**
 * The state of a folder, which is made when missing, locked for one run. Throws `run_under_way`, and
 * `source_unavailable` when the folder cannot be used.
 */
export function openState(folder: string): SyncState {
  const files = stateFiles(folder);
  try {
    makeFolder(folder);
  } catch (error) {
    throw unusable(folder, error);
  }
  const unlock = lockRun(files);
  try {
    const { database, rebuilt } = openDatabase(files.database);
    const close = (): void => {
      database.close();
      unlock();
    };
    return createSyncState({ path: files.database, database, rebuilt, close });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A copy that a dry run may write to; the folder itself is left as it is. Throws as openState does. */
export function openStateCopy(folder: string): SyncState {
  const files = stateFiles(folder);
  const copies = mkdtempSync(join(tmpdir(), 'passerelle-dry-run-'));
  const path = stateFiles(copies).database;
  try {
    betweenRuns(files, () => copyDatabase(files.database, path));
    const { database, rebuilt } = openDatabase(path);
    const close = (): void => {
      database.close();
      rmSync(copies, { recursive: true, force: true });
    };
    const problem = rebuilt && { ...rebuilt, value: files.database };
    return createSyncState({ path, database, rebuilt: problem, close });
  } catch (error) {
    rmSync(copies, { recursive: true, force: true });
    throw error;
  }
}

/** The shared memory file is left behind: SQLite makes it anew from the log. */
function copyDatabase(from: string, to: string): void {
  for (const end of SIDE_FILES)
    if (end !== '-shm' && existsSync(`${from}${end}`)) copyFileSync(`${from}${end}`, `${to}${end}`);
}
