import type { Exchange } from '../exchange.ts';
import { kindOfOrder } from '../shop/orders.ts';
import { type FlowObservation, runsOf, seen } from './flow-judge.ts';

const isRead = ({ resource }: Exchange): boolean => resource === 'orders';
const isConfirmation = ({ resource }: Exchange): boolean => resource === 'set_order_exported';

/** How orders are taken over (§10 to §12), as far as it can be seen from the shop's side. */
export const judgeOrders = (exchanges: readonly Exchange[]): readonly FlowObservation[] => [
  ...judgeListedOnly(exchanges),
  ...judgeReadFirst(exchanges),
  ...judgeNoImport(exchanges),
  ...runsOf(exchanges.filter(({ act }) => act === 'friendly')).flatMap(judgeConfirmed),
  ...judgeLost(exchanges),
];

function judgeListedOnly(exchanges: readonly Exchange[]): readonly FlowObservation[] {
  const listed = new Set<string>();
  return exchanges.flatMap((exchange) => {
    for (const id of exchange.orderIds) listed.add(id);
    return isRead(exchange)
      ? [seen('connector.orders.listed-only', { exchange, ok: listed.has(exchange.id) })]
      : [];
  });
}

function judgeReadFirst(exchanges: readonly Exchange[]): readonly FlowObservation[] {
  const received = new Set<string>();
  return exchanges.flatMap((exchange) => {
    if (isRead(exchange) && exchange.outcome === 'done') received.add(exchange.id);
    return isConfirmation(exchange)
      ? [seen('connector.orders.read-first', { exchange, ok: received.has(exchange.id) })]
      : [];
  });
}

const isMarked = ({ id }: Exchange): boolean => kindOfOrder(id) === 'no_import';

function judgeNoImport(exchanges: readonly Exchange[]): readonly FlowObservation[] {
  const read = exchanges.find((exchange) => isRead(exchange) && isMarked(exchange));
  const confirmed = exchanges.find((exchange) => isConfirmation(exchange) && isMarked(exchange));
  const exchange = confirmed ?? read;
  return exchange ? [seen('connector.orders.no-import', { exchange, ok: !confirmed })] : [];
}

/** In a run in which nothing went wrong. An order that the connector did not read is its own affair: its state is. */
function judgeConfirmed(run: readonly Exchange[]): readonly FlowObservation[] {
  const confirmed = new Set(run.filter(isConfirmation).map(({ id }) => id));
  return run
    .filter((exchange) => isRead(exchange) && exchange.outcome === 'done' && !isMarked(exchange))
    .map((exchange) =>
      seen(
        kindOfOrder(exchange.id) === 'odd'
          ? 'connector.orders.unknown-elements'
          : 'connector.orders.confirmed',
        {
          exchange,
          ok: confirmed.has(exchange.id),
          expected: `set_order_exported ${exchange.id}`,
        },
      ),
    );
}

/**
 * After the confirmation that was cut. Whether the ERP made a second piece cannot be seen from here; that the order is
 * read again is the only trace. Nothing is said before a further run has reached the orders.
 */
function judgeLost(exchanges: readonly Exchange[]): readonly FlowObservation[] {
  const cut = exchanges.find(({ outcome }) => outcome === 'cut');
  if (!cut) return [];
  const later = exchanges.slice(exchanges.indexOf(cut) + 1);
  const again = later.find((exchange) => isConfirmation(exchange) && exchange.id === cut.id);
  const hadChance = later.some(({ run, orderIds }) => run > cut.run && orderIds.includes(cut.id));
  if (!again && !hadChance) return [];
  const between = later.slice(0, again ? later.indexOf(again) : later.length);
  const readAgain = between.find((exchange) => isRead(exchange) && exchange.id === cut.id);
  return [
    seen('connector.orders.confirm-again', {
      exchange: again ?? cut,
      ok: again !== undefined,
      expected: `set_order_exported ${cut.id}`,
    }),
    seen('connector.orders.not-anew', { exchange: readAgain ?? again ?? cut, ok: !readAgain }),
  ];
}
