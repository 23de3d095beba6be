/**
 * One step of the schema. Append-only: a migration that has been released is never edited, and a database records
 * which ones it has had.
 */
export interface Migration {
  /** Four digits and a name, as its file: `0001-products`. */
  readonly id: string;
  /** One statement each, in order. */
  readonly sqlite: readonly string[];
  /** Where it differs from SQLite's. */
  readonly postgres?: readonly string[];
  /** Tables that it puts rows into in an empty store, so that nobody takes these for a shop's own. */
  readonly seeds?: readonly string[];
}
