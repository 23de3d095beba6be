import type { Problem } from '../domain/problem.ts';

/** One record of a file: a value to decode, or what made it unreadable. */
export type SourceRecord =
  | {
      readonly line: number;
      readonly value: unknown;
      /** How the file names our fields, where it does in its own words. */
      readonly headers?: ReadonlyMap<string, string>;
    }
  | { readonly line: number; readonly problem: Problem };

/** What the reading of a file remarks beside its records. */
export interface ReadingRemarks {
  /** A table's columns, each with what it was read as. */
  columns(columns: readonly string[]): void;
  /** Lines that are no UTF-8 were read in this encoding. */
  encoding(name: string): void;
}
