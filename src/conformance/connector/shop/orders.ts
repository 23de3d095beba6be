import { ACT_NAMES, type ActName } from '../options.ts';

/** An order that the scripted shop offers. */
export interface ScriptedOrder {
  readonly id: string;
  /** From this act on. */
  readonly act: ActName;
  /** `odd` (comments, unknown elements) is left out where the profile has no extras. */
  readonly kind: 'plain' | 'accents' | 'code_erp' | 'no_import' | 'odd';
}

/**
 * Each act brings orders of its own, so that also a connector that sends only what changed has something to do in it.
 * New ones come behind: in a run the lost confirmation comes up before what the act of that run is about.
 */
export const SCRIPTED_ORDERS: readonly ScriptedOrder[] = [
  { id: '70001', act: 'friendly', kind: 'plain' },
  { id: '70002', act: 'friendly', kind: 'accents' },
  { id: '70003', act: 'friendly', kind: 'code_erp' },
  { id: '70004', act: 'friendly', kind: 'no_import' },
  { id: '70005', act: 'friendly', kind: 'odd' },
  { id: '70011', act: 'lost', kind: 'plain' },
  { id: '70012', act: 'lost', kind: 'plain' },
  { id: '70021', act: 'refusing', kind: 'plain' },
  { id: '70022', act: 'refusing', kind: 'plain' },
  { id: '70023', act: 'refusing', kind: 'accents' },
  { id: '70031', act: 'unavailable', kind: 'plain' },
  { id: '70032', act: 'unavailable', kind: 'plain' },
];

export const kindOfOrder = (id: string): ScriptedOrder['kind'] | undefined =>
  SCRIPTED_ORDERS.find((order) => order.id === id)?.kind;

export const ordersInAct = (act: ActName, extras: boolean): readonly ScriptedOrder[] =>
  SCRIPTED_ORDERS.filter(
    (order) => ACT_NAMES.indexOf(order.act) <= ACT_NAMES.indexOf(act) && (extras || order.kind !== 'odd'),
  );
