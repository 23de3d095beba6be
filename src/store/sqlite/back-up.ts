import { backup, DatabaseSync } from 'node:sqlite';
import { storeFault } from './faults.ts';

/** More than any file has: one step sees one state, however many writers there are. */
const ALL_PAGES = 2 ** 31 - 1;

/** The whole database as it is now into a new file; nobody waits for it, and the file itself is only read. */
export async function backUpSqlite(path: string, target: string): Promise<void> {
  let source: DatabaseSync | undefined;
  try {
    source = new DatabaseSync(path, { readOnly: true });
    await backup(source, target, { rate: ALL_PAGES });
  } catch (error) {
    throw storeFault(error);
  } finally {
    source?.close();
  }
}
