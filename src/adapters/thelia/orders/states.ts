import { sql as raw } from 'kysely';
import type { LocalDateTime } from '../../../domain/dates.ts';
import { holdLock } from '../../side/locks.ts';
import { PAID, SENT } from '../site/states.ts';
import { sideOf, type TheliaSql } from '../tables.ts';
import type { TheliaOrder } from './find.ts';

/**
 * Moves an order into a state, as Thelia's back office does: one that is paid has the next number of an invoice, one
 * that is sent the day.
 */
export async function moveOrder(
  sql: TheliaSql,
  order: TheliaOrder,
  { state, now }: { readonly state: string; readonly now: LocalDateTime },
): Promise<void> {
  const statut = Number(state);
  const today = now.slice(0, 10);
  const isInvoiced = Number(order.facture || 0) !== 0;
  await sql
    .updateTable('commande')
    .set({
      statut,
      ...(statut === PAID && !isInvoiced && { facture: await nextInvoice(sql), datefact: today }),
      ...(statut === SENT && { datelivraison: today }),
    })
    .where('id', '=', order.key)
    .execute();
}

/** One at a time: no two invoices have one number. */
async function nextInvoice(sql: TheliaSql): Promise<string> {
  await holdLock(sideOf(sql), 'invoices');
  const row = await sql
    .selectFrom('commande')
    .select(raw<number | string | null>`MAX(CAST(facture AS UNSIGNED))`.as('last'))
    .executeTakeFirst();
  return String(Number(row?.last ?? 0) + 1);
}

/** Thelia keeps no history: the state before is needed where an order is offered again. */
export const noteState = (sql: TheliaSql, { key, state }: TheliaOrder) =>
  sql
    .insertInto('passerelle_order_state')
    .values({ order_id: key, state })
    .onDuplicateKeyUpdate({ state })
    .execute();

export async function stateBefore(sql: TheliaSql, { key }: TheliaOrder): Promise<string | undefined> {
  const row = await sql
    .selectFrom('passerelle_order_state')
    .select('state')
    .where('order_id', '=', key)
    .executeTakeFirst();
  return row?.state;
}
