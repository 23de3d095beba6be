import { mkdirSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Problem, problem } from '../../domain/problem.ts';
import { isDamaged, onFile } from './faults.ts';
import { SIDE_FILES } from './files.ts';

/** Of the schema; a file of another version is made anew. */
const VERSION = 1;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sent (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS success (flow TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`;

/** Of this connection alone: how often the keys of a pass came, and with what. */
const OCCURRENCES = `
  PRAGMA temp.cache_size = -16384;
  CREATE TEMP TABLE seen (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    times INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT, WITHOUT ROWID;
`;

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** The file was unreadable and has been moved aside. */
  readonly rebuilt?: Problem;
}

/**
 * Opens the state's database, makes it when missing, and moves it aside and makes it anew when it is damaged. Throws
 * `source_unavailable` when the folder cannot be used.
 */
export function openDatabase(path: string): OpenedDatabase {
  try {
    return { database: openFile(path) };
  } catch (error) {
    if (!isDamaged(error)) throw onFile(path, () => rethrow(error));
  }
  moveAside(path);
  const database = onFile(path, () => openFile(path));
  return { database, rebuilt: problem('state_rebuilt', { value: path }) };
}

function rethrow(error: unknown): never {
  throw error;
}

function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    check(database);
    // A crash of the process loses nothing; one of the machine may lose what was marked last, which is then sent again.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384');
    database.exec(SCHEMA);
    database.exec(OCCURRENCES);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Throws what isDamaged knows. */
function check(database: DatabaseSync): void {
  const version = database.prepare('PRAGMA user_version').get()?.user_version;
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (found !== 'ok' || (version !== 0 && version !== VERSION))
    throw Object.assign(new Error(`unusable: ${found}, version ${version}`), { errcode: 11 });
}

function moveAside(path: string): void {
  const aside = `${path}.damaged-${Date.now()}`;
  for (const end of SIDE_FILES) {
    try {
      renameSync(`${path}${end}`, `${aside}${end}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
};
