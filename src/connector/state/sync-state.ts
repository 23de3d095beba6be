import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../../domain/problem.ts';
import { onFile } from './faults.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What a record is in the state: of each kind, keys are apart. */
type SentKind =
  | 'product'
  | 'customer'
  | 'price-rule'
  | 'price-rule-set'
  | 'shop-customer'
  | 'order'
  | 'shipment'
  | 'document';

export interface SentRecord {
  readonly kind: SentKind;
  readonly key: string;
  readonly fingerprint: string;
}

/** What the other end has accepted, as fingerprints. */
export interface SyncState {
  /** Whether exactly this was the last that was accepted. */
  isSent(record: SentRecord): boolean;
  markSent(record: SentRecord): void;
  /** What is marked during `work` holds once it resolves, and not at all when it rejects. */
  together<T>(work: () => Promise<T>): Promise<T>;
  /** Begins a pass over the records of a kind. */
  startPass(kind: SentKind): void;
  /**
   * The record as it stands in this pass. A key that comes several times is a record each time, which changes with
   * those before it: what came last is what the other end keeps, so it must be sent after them.
   */
  occurrence(record: SentRecord): SentRecord;
  /** When the last run of a flow began that had no failure; ISO 8601 in UTC. */
  lastSuccess(flow: string): string | undefined;
  recordSuccess(flow: string, at: string): void;
  /** Set when the state was unreadable and has been made anew. */
  readonly rebuilt?: Problem | undefined;
  /** Releases the run's lock too. */
  close(): void;
}

export interface StateParts {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly rebuilt?: Problem | undefined;
  close(): void;
}

export function createSyncState({ path, database, rebuilt, close }: StateParts): SyncState {
  const sql = onFile(path, () => prepareAll(database));
  const guarded = <T>(work: () => T): T => onFile(path, work);
  return {
    isSent: ({ kind, key, fingerprint }) =>
      guarded(() => sql.isSent.get(kind, key, fingerprint) !== undefined),
    markSent: ({ kind, key, fingerprint }) => guarded(() => void sql.mark.run(kind, key, fingerprint)),
    async together(work) {
      guarded(() => database.exec('BEGIN'));
      try {
        const result = await work();
        guarded(() => database.exec('COMMIT'));
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    startPass: (kind) => guarded(() => void sql.forgetSeen.run(kind)),
    occurrence: (record) => guarded(() => nextOccurrence(sql, record)),
    lastSuccess: (flow) => guarded(() => textOrNothing(sql.lastSuccess.get(flow)?.at)),
    recordSuccess: (flow, at) => guarded(() => void sql.recordSuccess.run(flow, at)),
    rebuilt,
    close,
  };
}

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

type Statements = ReturnType<typeof prepareAll>;

function prepareAll(database: DatabaseSync) {
  return {
    isSent: database.prepare('SELECT 1 FROM sent WHERE kind = ? AND key = ? AND fingerprint = ?'),
    mark: database.prepare(
      `INSERT INTO sent (kind, key, fingerprint) VALUES (?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET fingerprint = excluded.fingerprint`,
    ),
    seeFirst: database.prepare(
      'INSERT INTO seen (kind, key, times, fingerprint) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING',
    ),
    seen: database.prepare('SELECT times, fingerprint FROM seen WHERE kind = ? AND key = ?'),
    see: database.prepare('UPDATE seen SET times = ?, fingerprint = ? WHERE kind = ? AND key = ?'),
    forgetSeen: database.prepare('DELETE FROM seen WHERE kind = ?'),
    lastSuccess: database.prepare('SELECT at FROM success WHERE flow = ?'),
    recordSuccess: database.prepare(
      'INSERT INTO success (flow, at) VALUES (?, ?) ON CONFLICT (flow) DO UPDATE SET at = excluded.at',
    ),
  };
}

function nextOccurrence({ seeFirst, seen, see }: Statements, record: SentRecord): SentRecord {
  const { kind, key } = record;
  if (seeFirst.run(kind, key, record.fingerprint).changes === 1)
    return { kind, key, fingerprint: record.fingerprint };
  const before = seen.get(kind, key);
  const times = Number(before?.times) + 1;
  const fingerprint = fingerprintOf([before?.fingerprint, record.fingerprint]);
  see.run(times, fingerprint, kind, key);
  return { kind, key: `${key}\n${times}`, fingerprint };
}
