import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fail } from '../../domain/error.ts';
import { isBusy, onFile, unusable } from './faults.ts';
import type { StateFiles } from './files.ts';

/**
 * One run per state folder: SQLite's exclusive lock on an empty file, which the operating system takes from a process
 * that dies, however it dies. Gives what releases it; throws `run_under_way` with the other's process id.
 */
export function lockRun(files: StateFiles): () => void {
  const unlock = lock(files);
  try {
    writeFileSync(files.pid, `${process.pid}\n`);
  } catch (error) {
    unlock();
    throw unusable(files.pid, error);
  }
  return () => {
    rmSync(files.pid, { force: true });
    unlock();
  };
}

/** Does something while no run is under way, and leaves no file that was not there. */
export function betweenRuns<T>(files: StateFiles, work: () => T): T {
  if (!existsSync(files.lock)) return work();
  const unlock = lock(files);
  try {
    return work();
  } finally {
    unlock();
  }
}

function lock(files: StateFiles): () => void {
  const database = onFile(files.lock, () => new DatabaseSync(files.lock));
  try {
    onFile(files.lock, () => begin(database, files));
  } catch (error) {
    database.close();
    throw error;
  }
  return () => database.close();
}

function begin(database: DatabaseSync, files: StateFiles): void {
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    throw isBusy(error) ? fail('run_under_way', { value: holder(files) }, error) : error;
  }
}

const holder = ({ pid }: StateFiles): string => (existsSync(pid) ? readFileSync(pid, 'utf8').trim() : '?');
