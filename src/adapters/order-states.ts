import { fail } from '../domain/error.ts';
import type { CmsSettings } from './settings.ts';

/** The states that a CMS's orders may be in: what stands in an order, and how it is shown to a person. */
export type OrderStates = ReadonlyMap<string, string>;

export const statesShownAsTheyAre = (states: readonly string[]): OrderStates =>
  new Map(states.map((state) => [state, state]));

const shown = (states: OrderStates): string => [...states.values()].join(', ');

/** What was configured of a site. */
export interface Configured {
  readonly settings: CmsSettings;
  readonly importableStates?: readonly string[] | undefined;
}

/** Rejects with `cms_setting_unknown`, which names the states that there are. */
export async function checkStates(
  { importableStates = [], settings: { finalState } }: Configured,
  readStates: () => Promise<OrderStates>,
): Promise<void> {
  const wanted = [
    ...importableStates.map((value) => ({ field: 'importableStates', value })),
    ...(finalState === undefined ? [] : [{ field: 'finalState', value: finalState }]),
  ];
  if (wanted.length === 0) return;
  const states = await readStates();
  const unknown = wanted.find(({ value }) => !states.has(value));
  if (unknown) throw fail('cms_setting_unknown', { ...unknown, expected: shown(states) });
}

/** Throws `order_state_unknown` for a state that the CMS does not have. */
export function requireState(
  states: OrderStates,
  { id, state }: { readonly id: string; readonly state: string },
): void {
  if (states.has(state)) return;
  throw fail('order_state_unknown', { entity: 'order', record: id, value: state, expected: shown(states) });
}
