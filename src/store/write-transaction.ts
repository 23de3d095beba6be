import type { Sql, TakeNumbers } from './database.ts';

/** A transaction that has begun and holds the write lock, as a dialect runs it for the queue. */
export interface WriteTransaction {
  readonly sql: Sql;
  /** The three of a work that can be undone alone. */
  savepoint(): void | Promise<void>;
  undo(): void | Promise<void>;
  keep(): void | Promise<void>;
  /** False once the database has ended it of its own accord. */
  isOpen(): boolean;
  /** Compared with an earlier answer, it tells whether anything was changed in between. */
  changes(): unknown;
  commit(): void | Promise<void>;
  /** Never throws: a connection that cannot even roll back is not used again. */
  rollBack(): void | Promise<void>;
}

/** How a dialect begins transactions for the queue. */
export interface Writer {
  /** Takes the write lock of all processes. */
  begin(): WriteTransaction | Promise<WriteTransaction>;
  /** As `begin`, waiting for the lock if need be. */
  beginAgain(): Promise<WriteTransaction>;
  readonly takeNumbers: TakeNumbers;
  /** Whether `begin` failed only because somebody else held the lock for too long. */
  isBusy(error: unknown): boolean;
  /** `store_full` or `store_unavailable` where the storage failed, else the error itself. */
  faultOf(error: unknown): unknown;
}
