import type { Database } from './database.ts';
import type { StoreOptions } from './options.ts';

/** All that is known of a kind of store by its URL alone. */
export interface StorePlace {
  /** As people write it: `sqlite:PATH`. */
  readonly form: string;
  accepts(url: string): boolean;
  /** A relative path in it starts in `folder`. */
  absolute(url: string, folder: string): string;
  /** For people: without a password. */
  shown(url: string): string;
  /** Whether one that does not answer is waited for, as behind a network. A file that does not open needs a person. */
  readonly waits: boolean;
  /** What is missing where nothing is stored yet; undefined where something is, or where only asking would tell. */
  missing(url: string): string | undefined;
  /** Whether shops share one, each in a schema of its own. */
  readonly hasSchemas: boolean;
  /** Whether it is gone with the process, so that nobody else can have it. */
  isPassing(url: string): boolean;
}

/** A kind of database that a store of ours stands on. */
export interface DatabaseKind extends StorePlace {
  /** Rejects with `store_unavailable` or `option_invalid`. */
  open(options: StoreOptions): Promise<Database>;
  /** All of it into a new SQLite file, where the database has a way of its own to do that. */
  backUp?(url: string, file: string): Promise<void>;
}
