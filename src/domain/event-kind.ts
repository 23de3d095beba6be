import {
  CHANGE_OPERATIONS,
  CHANGED_ENTITIES,
  type ChangedEntity,
  type ChangeOperation,
  type NotedChange,
} from './change-event.ts';

/** What somebody wants to be told of: all changes of a kind of record, or those of one operation: `order.created`. */
export type EventKind = ChangedEntity | `${ChangedEntity}.${ChangeOperation}`;

export const EVENT_KINDS: readonly EventKind[] = CHANGED_ENTITIES.flatMap((entity): EventKind[] => [
  entity,
  ...CHANGE_OPERATIONS.map((operation): EventKind => `${entity}.${operation}`),
]);

/** `product.updated` */
export const eventType = ({ entity, operation }: Pick<NotedChange, 'entity' | 'operation'>): EventKind =>
  `${entity}.${operation}`;

/** No kinds: all are wanted. */
export const isWanted = (
  kinds: readonly EventKind[],
  change: Pick<NotedChange, 'entity' | 'operation'>,
): boolean => kinds.length === 0 || kinds.includes(change.entity) || kinds.includes(eventType(change));
