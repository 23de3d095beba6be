import type { GuardedKind } from '../../domain/guard.ts';
import type { GuardHold } from '../../shop/guard-desk.ts';
import { type Row, table } from '../table.ts';

export const GUARD_HOLD = table<GuardHold>('guard_hold', {
  id: 'text',
  kind: 'text',
  status: 'text',
  at: 'text',
  exchange: 'text',
  reference: 'text',
  count: ['integer', 'products'],
  limit: ['integer', 'most'],
  catalogue: 'integer',
  decidedAt: 'text',
  decidedBy: 'text',
  until: ['text', 'until_at'],
});
export type HoldRow = Row<GuardHold>;

/** What the run that goes on has done so far; one row. */
export interface GuardWindow extends Readonly<Record<GuardedKind, number>> {
  readonly name: string;
  /** Of its last guarded change, an instant. */
  readonly lastAt: string;
  /** Products when it began. */
  readonly catalogue: number;
}
export const GUARD_WINDOW = table<GuardWindow>('guard_window', {
  name: 'text',
  lastAt: 'text',
  catalogue: 'integer',
  deactivated: 'integer',
  repriced: 'integer',
  emptied: 'integer',
});
export type WindowRow = Row<GuardWindow>;
