import { CHANGED_ENTITIES, type ChangedEntity } from '../../../domain/change-event.ts';
import { fail } from '../../../domain/error.ts';
import { type ApiScope, isAllowed } from '../../../shop/api-tokens.ts';
import type { CallerToken } from '../../access/caller.ts';

/** What a token needs to be told of a kind of record; one that is forgotten here is a type error. */
const NEEDED: Readonly<Record<ChangedEntity, ApiScope>> = {
  product: 'read',
  variant: 'read',
  customer: 'read',
  price_rule: 'read',
  order: 'orders',
  sales_document: 'orders',
};

/**
 * Of what a token is told: of all that it may see, or of what is asked for. Throws `token_refused` when that is more than
 * it may see.
 */
export function toldEntities(
  token: CallerToken,
  asked: readonly ChangedEntity[] | undefined,
): readonly ChangedEntity[] {
  const seen = CHANGED_ENTITIES.filter((entity) => isAllowed(token, NEEDED[entity]));
  if (!asked) return seen;
  if (asked.every((entity) => seen.includes(entity))) return asked;
  throw fail('token_refused');
}
