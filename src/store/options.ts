export interface StoreOptions {
  /** `sqlite:PATH` (or `sqlite::memory:` for tests that need no durability). */
  readonly url: string;
  /** Where images and documents are kept, each named by its content. */
  readonly blobFolder: string;
  /** IANA name; Europe/Paris by default. */
  readonly timeZone?: string;
  /** States whose orders are importable; all by default. */
  readonly importableStates?: readonly string[];
  /** How long a write waits for another process's lock before it is refused; 60,000 by default. */
  readonly patienceMs?: number;
  /** The clock, for tests. */
  readonly now?: () => Date;
}
