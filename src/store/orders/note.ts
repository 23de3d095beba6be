import { isDeepStrictEqual } from 'node:util';
import { type FieldChange, fieldChange } from '../../domain/effect.ts';
import type { Order, OrderPast } from '../../domain/order.ts';
import type { Writing } from '../context.ts';
import type { NoteChange } from '../database.ts';

export interface OrderFieldChange extends FieldChange {
  readonly path: keyof Order | keyof OrderPast;
}

/** How a write tells what it did to an order. */
export interface OrderNotes {
  created(id: string): void;
  updated(id: string, changes: readonly OrderFieldChange[]): void;
}

export function createOrderNotes(note: NoteChange, writing: Writing): OrderNotes {
  return {
    created: (key) => note({ entity: 'order', key, operation: 'created', fields: [], ...writing }, () => []),
    updated: (key, changes) =>
      note(
        { entity: 'order', key, operation: 'updated', fields: changes.map(({ path }) => path), ...writing },
        () => changes,
      ),
  };
}

/** In the order of the new one's fields, then of those that it has no more. */
export function changedOrderFields(before: Order, after: Order): readonly OrderFieldChange[] {
  const names = Object.keys({ ...after, ...before }) as (keyof Order)[];
  return names
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .map((path) => fieldChange(path, before[path], after[path]));
}
