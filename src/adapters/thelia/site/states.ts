import type { OrderStates } from '../../order-states.ts';
import type { TheliaSql } from '../tables.ts';

/** Thelia's own states; a shop may have more. */
export const PAID = 2;
export const SENT = 4;

/** The states that orders may be in, by their numbers: `1 (nonpaye)`. */
export async function readStates(sql: TheliaSql): Promise<OrderStates> {
  const rows = await sql.selectFrom('statut').select(['id', 'nom']).orderBy('id').execute();
  return new Map(rows.map(({ id, nom }) => [String(id), `${id} (${nom})`]));
}
