import type { FieldTable } from '../../domain/fields.ts';
import { CELL_OF, type CellKind } from './cells.ts';
import { foldHeader } from './headers.ts';

/** Where a column's cells go: a path into the record, lists by index (`deliveryAddresses.0.city`). */
export interface Target {
  readonly path: string;
  readonly cell: CellKind;
  /** What the column says by being there at all: a price column of a rule means that the rule is a price. */
  readonly implies?: { readonly path: string; readonly value: string };
}

/** What becomes of a column that is no field of ours. */
export type Meaning = 'axis' | 'custom' | 'ignored';

/** Folded headers (see foldHeader) by path; the first is our own name. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

export const targets = (cell: CellKind, synonyms: Synonyms): [string, Target][] =>
  Object.entries(synonyms).flatMap(([path, names]) =>
    names.map((name): [string, Target] => [name, { path, cell }]),
  );

/** Fields that have no other header than their path. */
export const ownTargets = (cell: CellKind, paths: readonly string[]): [string, Target][] =>
  paths.map((path) => [foldHeader(path), { path, cell }]);

/** As ownTargets, for every field of a table of the domain; `prefix` says where its records stand. */
export const fieldTargets = (table: FieldTable, prefix = ''): [string, Target][] =>
  Object.entries(table).flatMap(([field, kind]) => ownTargets(CELL_OF[kind], [`${prefix}${field}`]));

/** A path of ours may also stand as a header: `billingAddress.city`. */
export const withOwnPaths = (known: ReadonlyMap<string, Target>): ReadonlyMap<string, Target> =>
  new Map([
    ...[...known.values()].flatMap((target): [string, Target][] =>
      target.implies || target.cell === 'inverted' ? [] : [[foldHeader(target.path), target]],
    ),
    ...known,
  ]);
