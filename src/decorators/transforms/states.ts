import type { OrderQuery } from '../../domain/order.ts';

/** The shop's own states of orders, each with what the ERP calls it. Others are called the same on both sides. */
export type StateTable = Readonly<Record<string, string>>;

export interface States {
  /** What the ERP reads. */
  outward(state: string): string;
  /** What the shop is told; of several states that the ERP calls the same, the first of the table. */
  inward(state: string): string;
  /** All states of the shop that the ERP means. */
  inwardQuery(query: OrderQuery): OrderQuery;
}

export function createStates(table: StateTable): States {
  const outward = new Map(Object.entries(table));
  const inward = Map.groupBy(outward.keys(), (state) => outward.get(state) ?? state);
  const meant = (state: string): readonly string[] =>
    inward.get(state) ?? (outward.has(state) ? [] : [state]);
  return {
    outward: (state) => outward.get(state) ?? state,
    inward: (state) => inward.get(state)?.[0] ?? state,
    inwardQuery: ({ states, ...query }) =>
      states === undefined ? query : { ...query, states: states.flatMap(meant) },
  };
}
