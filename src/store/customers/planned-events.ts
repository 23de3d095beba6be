import type { ChangeOperation } from '../../domain/change-event.ts';
import { fieldChange } from '../../domain/effect.ts';
import { shortenedJson } from '../../domain/shortened-json.ts';
import { takeSalted } from '../changes/append.ts';
import { fieldsCell } from '../changes/rows.ts';
import type { BulkWriting } from '../context.ts';
import type { Database, Sql, Staging } from '../database.ts';
import { EFFECT, MOST_RECORDS_SHOWN } from '../effects/rows.ts';
import { columns } from '../table.ts';
import { customerChanges } from './customer-changes.ts';
import { changedFields, type ErpSide } from './merge.ts';

interface PlannedEvent {
  /** From 1 on, in the order of the message. */
  readonly number: number;
  readonly customerKey: number;
  readonly id: string;
  readonly code: string;
  readonly operation: ChangeOperation;
  readonly fields?: string;
  /** FieldChange[] as JSON, of the first ones. */
  readonly changes?: string;
}
const EVENT = columns<PlannedEvent>({
  number: 'integer',
  customerKey: 'integer',
  id: 'text',
  code: 'text',
  operation: 'text',
  fields: 'text',
  changes: 'text',
});
const TABLE = 'planned_event';
const RENEW = [`DROP TABLE IF EXISTS ${TABLE}`, EVENT.temporaryTable(TABLE)];
const COUNT = `SELECT count(*) AS count FROM ${TABLE}`;
const APPEND = `INSERT INTO change_event
  (sequence, salt, at, entity, key, operation, fields, origin, exchange, code)
  SELECT CAST($1 AS BIGINT) + number, $2, $3, 'customer', id, operation, fields, $4, $5, code FROM ${TABLE}`;
const APPEND_EFFECTS = `INSERT INTO ${EFFECT.name} (${EFFECT.names.join(', ')})
  SELECT $2, CAST($1 AS BIGINT) + number, 'customer', code, operation, changes FROM ${TABLE}
  WHERE changes IS NOT NULL`;
/** customer_key, id */
export const CHANGE_EVENT_ID = `UPDATE ${TABLE} SET id = $2 WHERE customer_key = $1`;

/** A customer of the message. */
export interface PlannedCustomer {
  readonly key: number;
  readonly id: string;
  readonly code: string;
  readonly side: ErpSide;
  /** `adopted`: the shop's own, who receives the code. */
  readonly as: 'created' | 'adopted' | 'known';
}

/** What the feed will say of the message, in a temporary table. */
export interface PlannedEvents {
  add(customer: PlannedCustomer): void;
  flush(): Promise<void>;
}

export async function createPlannedEvents(staging: Staging, sql: Sql): Promise<PlannedEvents> {
  for (const statement of RENEW) await sql.run(statement);
  const writer = staging.rowsInto(TABLE, EVENT.names);
  let number = 0;
  return {
    add({ key, id, code, side, as }) {
      const operation = as === 'created' ? 'created' : 'updated';
      const fields = as === 'created' ? [] : changedFields(side);
      if (as === 'known' && fields.length === 0) return;
      number += 1;
      const said = fieldsCell(as === 'adopted' ? ['code', ...fields] : fields);
      const changes = number <= MOST_RECORDS_SHOWN ? changesCell({ code, as, side }) : null;
      writer.add([number, key, id, code, operation, said, changes]);
    },
    flush: () => writer.flush(),
  };
}

const changesCell = ({ code, as, side }: Pick<PlannedCustomer, 'code' | 'as' | 'side'>): string =>
  shortenedJson([
    ...(as === 'adopted' ? [fieldChange('code', undefined, code)] : []),
    ...customerChanges(side),
  ]);

/** In the write transaction, as the last of it. */
export async function appendPlannedEvents(
  { takeNumbers }: Database,
  sql: Sql,
  { origin, at, effectOf }: BulkWriting,
): Promise<void> {
  const events = Number((await sql.get<{ count: number }>(COUNT))?.count ?? 0);
  if (events === 0) return;
  const { before, salt } = await takeSalted(takeNumbers, sql, events);
  await sql.run(APPEND, [before, salt, at, origin.by, origin.exchange ?? null]);
  if (effectOf !== undefined) await sql.run(APPEND_EFFECTS, [before, effectOf]);
}
