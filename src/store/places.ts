import type { Place } from '../shop/pages.ts';
import type { SqlValue } from './database.ts';

/** Conditions that must all hold, and the values that they name. */
export interface Conditions {
  /** Names a value: `$3`. */
  value(value: SqlValue): string;
  add(condition: string): void;
  /** `WHERE a AND b`; empty when there are none. */
  where(): string;
  readonly parameters: readonly SqlValue[];
}

export function createConditions(): Conditions {
  const parameters: SqlValue[] = [];
  const conditions: string[] = [];
  return {
    value(value) {
      parameters.push(value);
      return `$${parameters.length}`;
    },
    add: (condition) => void conditions.push(condition),
    where: () => (conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`),
    parameters,
  };
}

/** The order of a list: columns that tell each row from all others. */
export interface Order {
  readonly columns: readonly string[];
  readonly isDescending: boolean;
}

export const orderBy = ({ columns, isDescending }: Order): string =>
  `ORDER BY ${columns.map((column) => `${column}${isDescending ? ' DESC' : ''}`).join(', ')}`;

/** Rows behind a place; a comparison of rows, which both databases answer from an index of these columns. */
export function behind({ columns, isDescending }: Order, place: Place, conditions: Conditions): void {
  const values = place.map((value) => conditions.value(value)).join(', ');
  conditions.add(`(${columns.join(', ')}) ${isDescending ? '<' : '>'} (${values})`);
}

/** Rows up to a place, that one among them. */
export function upTo({ columns, isDescending }: Order, place: Place, conditions: Conditions): void {
  const values = place.map((value) => conditions.value(value)).join(', ');
  conditions.add(`(${columns.join(', ')}) ${isDescending ? '>=' : '<='} (${values})`);
}

/** The number of a row by the id that readers see; one that no row has where it is none. */
export const rowNumber = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : -1);
