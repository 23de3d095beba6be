import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { type ConnectionOptions, connectionSettings, openConnections } from './connections.ts';
import { cmsDialect } from './dialect.ts';
import { duplicateFault, isCollision, isDuplicate } from './faults.ts';
import type { CmsPlace } from './place.ts';

/** Statements on one connection, checked against the types of the CMS's tables, whose names come without the prefix. */
type Sql<Tables> = Kysely<Tables>;

/** A CMS's own database, and our side tables in it. Everything rejects with `store_unavailable` when it does not answer. */
export interface CmsDatabase<Tables> {
  /** What was committed last. */
  readonly read: Sql<Tables>;
  /**
   * A transaction of its own; resolves once it is durable. `work` is run again when another transaction was in the way,
   * so that it may do nothing but ask `sql`.
   */
  write<T>(work: (sql: Sql<Tables>) => Promise<T>): Promise<T>;
  /** Several reads that see one and the same state. */
  snapshot<T>(work: (sql: Sql<Tables>) => Promise<T>): Promise<T>;
  /** For bulk messages: a connection with temporary tables of its own, on which `write` makes the one transaction. */
  stage<T>(work: (staging: Staging<Tables>) => Promise<T>): Promise<T>;
  probe(): Promise<unknown>;
  close(): Promise<void>;
}

interface Staging<Tables> {
  readonly sql: Sql<Tables>;
  write: CmsDatabase<Tables>['write'];
}

export interface DatabaseOptions extends ConnectionOptions {
  readonly place: CmsPlace;
  /** Of the site's tables. */
  readonly prefix: string;
  /** The names that have the prefix on the site. */
  readonly tables: ReadonlySet<string>;
  /** What some of them are called there, without the prefix. */
  readonly renamed?: ReadonlyMap<string, string>;
}

/** Nothing is connected yet. */
export function openDatabase<Tables>({
  place,
  prefix,
  tables,
  renamed,
  ...options
}: DatabaseOptions): CmsDatabase<Tables> {
  const settings = connectionSettings(options);
  const database = new Kysely<Tables>({
    dialect: cmsDialect(openConnections(place, settings), {
      statementTimeoutMs: settings.statementTimeoutMs,
      prefixed: (name) => (tables.has(name) ? prefix + (renamed?.get(name) ?? name) : name),
    }),
  });
  const writing =
    (on: Kysely<Tables>): CmsDatabase<Tables>['write'] =>
    (work) =>
      untilAlone(() => on.transaction().execute(work), settings.patienceMs);
  let closed: Promise<void> | undefined;
  return {
    read: database,
    write: writing(database),
    snapshot: (work) =>
      database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    stage: (work) => database.connection().execute((on) => work({ sql: on, write: writing(on) })),
    probe: () => sql`SELECT 1`.execute(database),
    close() {
      closed ??= database.destroy();
      return closed;
    },
  };
}

const MOST_DUPLICATES = 10;
const LONGEST_PAUSE_MS = 250;

/**
 * Runs a transaction again for as long as others are in its way: deadlocks and locks that are held, until patience
 * ends, and keys that somebody else took between looking and adding.
 */
async function untilAlone<T>(transaction: () => Promise<T>, patienceMs: number): Promise<T> {
  const end = performance.now() + patienceMs;
  let duplicates = 0;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (isDuplicate(error)) duplicates += 1;
      else if (!isCollision(error) || performance.now() > end) throw error;
      if (duplicates > MOST_DUPLICATES) throw duplicateFault(error);
      await sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** attempt));
    }
  }
}
