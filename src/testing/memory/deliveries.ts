import type { Page, PageQuery } from '../../shop/pages.ts';
import type { Delivery, DeliveryFilter } from '../../shop/webhooks.ts';

/** The log of attempts, numbered as they come. */
export interface DeliveryLog {
  add(settled: readonly Delivery[]): void;
  /** Newest first. */
  found(filter: DeliveryFilter): readonly Delivery[];
  page(query: DeliveryFilter & PageQuery): Page<Delivery>;
  /** Gives how many were dropped. */
  drop(isDropped: (delivery: Delivery) => boolean): number;
}

export function createDeliveryLog(): DeliveryLog {
  const log = new Map<number, Delivery>();
  let newest = 0;

  const matching = ({ webhook, outcomes = [], event }: DeliveryFilter) =>
    [...log]
      .filter(([, delivery]) => webhook === undefined || delivery.webhook === webhook)
      .filter(([, { outcome }]) => outcomes.length === 0 || outcomes.includes(outcome))
      .filter(([, delivery]) => event === undefined || delivery.event === event)
      .toReversed();

  return {
    add(settled) {
      for (const delivery of settled) {
        newest += 1;
        log.set(newest, delivery);
      }
    },
    found: ({ limit, ...filter }) =>
      matching(filter)
        .map(([, delivery]) => delivery)
        .slice(0, limit),
    page({ limit, after: [before = Number.POSITIVE_INFINITY] = [], ...filter }) {
      const rest = matching(filter).filter(([number]) => number < Number(before));
      const shown = rest.slice(0, limit);
      const last = rest.length > limit ? shown.at(-1) : undefined;
      return { items: shown.map(([, delivery]) => delivery), next: last && [last[0]] };
    },
    drop(isDropped) {
      const dropped = [...log].filter(([, delivery]) => isDropped(delivery));
      for (const [number] of dropped) log.delete(number);
      return dropped.length;
    },
  };
}
