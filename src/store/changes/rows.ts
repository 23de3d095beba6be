import {
  type ChangedEntity,
  type ChangeEvent,
  type ChangeOperation,
  type NotedChange,
  ruleSetKey,
} from '../../domain/change-event.ts';
import type { Origin } from '../../domain/origin.ts';
import type { SqlValue } from '../database.ts';
import { type Row, table } from '../table.ts';

interface StoredEvent {
  readonly sequence: number;
  readonly salt: string;
  readonly at: string;
  readonly entity: ChangedEntity;
  /** Of price rules: their rule. */
  readonly key: string;
  readonly operation: ChangeOperation;
  /** Joined by commas, which no field's name has. */
  readonly fields?: string;
  readonly origin: Origin['by'];
  readonly exchange?: string;
  readonly code?: string;
  readonly source?: string;
  readonly created?: number;
  readonly updated?: number;
  readonly retired?: number;
  readonly caller?: string;
}
export const CHANGE_EVENT = table<StoredEvent>('change_event', {
  sequence: 'integer',
  salt: 'text',
  at: 'text',
  entity: 'text',
  key: 'text',
  operation: 'text',
  fields: 'text',
  origin: 'text',
  exchange: 'text',
  code: 'text',
  source: 'text',
  created: 'integer',
  updated: 'integer',
  retired: 'integer',
  caller: 'text',
});
export type EventRow = Row<StoredEvent>;

/** The cell of a record's changed fields. */
export const fieldsCell = (fields: readonly string[]): string | null =>
  fields.length === 0 ? null : fields.join(',');

interface Numbered {
  readonly sequence: number;
  readonly salt: string;
}

export const eventCells = (
  { entity, key, operation, fields, at, origin, code, rules }: NotedChange,
  { sequence, salt }: Numbered,
): SqlValue[] => [
  sequence,
  salt,
  at,
  entity,
  rules?.rule ?? key,
  operation,
  fieldsCell(fields),
  origin.by,
  origin.exchange ?? null,
  code ?? null,
  rules?.source ?? null,
  rules?.created ?? null,
  rules?.updated ?? null,
  rules?.retired ?? null,
  origin.caller ?? null,
];

const eventId = (sequence: number, salt: string): string => `evt_${sequence}_${salt}`;
const EVENT_ID = /^evt_(\d{1,15})_\w+$/;

/** The number within an event's id; 0, which no event has, where it is none. */
export const sequenceIn = (id: string): number => Number(EVENT_ID.exec(id)?.[1] ?? 0);

export function eventFromRow(row: EventRow): ChangeEvent {
  const { sequence, salt, fields, exchange, code, caller } = row;
  const rules = rulesFromRow(row);
  return {
    id: eventId(sequence, salt),
    sequence,
    at: row.at,
    entity: row.entity,
    key: rules ? ruleSetKey(rules) : row.key,
    operation: row.operation,
    fields: fields === null ? [] : fields.split(','),
    origin: {
      by: row.origin,
      ...(exchange !== null && { exchange }),
      ...(caller !== null && { caller }),
    },
    ...(code !== null && { code }),
    ...(rules && { rules }),
  };
}

function rulesFromRow({ key, source, created, updated, retired }: EventRow): ChangeEvent['rules'] {
  if (source === null) return undefined;
  return { source, rule: key, created: created ?? 0, updated: updated ?? 0, retired: retired ?? 0 };
}
