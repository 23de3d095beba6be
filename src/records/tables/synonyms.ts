import type { CellKind } from './cells.ts';

/** Where a column's cells go: a path into the record, lists by index (`deliveryAddresses.0.city`). */
export interface Target {
  readonly path: string;
  readonly cell: CellKind;
  /** What the column says by being there at all: a price column of a rule means that the rule is a price. */
  readonly implies?: { readonly path: string; readonly value: string };
}

/** Folded headers (see foldHeader) by path; the first is our own name. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

export const targets = (cell: CellKind, synonyms: Synonyms): [string, Target][] =>
  Object.entries(synonyms).flatMap(([path, names]) =>
    names.map((name): [string, Target] => [name, { path, cell }]),
  );
