import type { LocalDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import { completedOrder, missingFromOrder, type NewOrder } from '../../domain/new-order.ts';
import type { OrderLine } from '../../domain/order.ts';
import { type Problem, problem, quotable } from '../../domain/problem.ts';
import type { AddedOrder, AddOrderOptions } from '../../shop/order-desk.ts';
import { findKnownCustomer } from '../customers/known.ts';
import type { Sql } from '../database.ts';
import { findOrder, readRecord } from './find.ts';
import { makeOrderId } from './made-id.ts';
import type { OrderNotes } from './note.ts';
import { insertOrder } from './place.ts';
import { findAnswer, requestOf, saveAnswer } from './requests.ts';

export interface Adding {
  readonly said: NewOrder;
  readonly options: AddOrderOptions;
  readonly now: LocalDateTime;
  /** ISO 8601 in UTC. */
  readonly instant: string;
  readonly notes: OrderNotes;
}

/** In one transaction: of two calls at the same time, the second finds what the first has done. */
export async function addOrder(
  sql: Sql,
  { said, options, now, instant, notes }: Adding,
): Promise<AddedOrder> {
  const request = requestOf(said, options);
  const answered = request && (await findAnswer(sql, request));
  if (answered) return { order: answered, isRepeated: true };
  if (said.id !== undefined && (await findOrder(sql, said.id)))
    throw fail('order_exists', { entity: 'order', record: said.id });
  const known = await findKnownCustomer(sql, said.customer);
  const details = [
    ...missingFromOrder(said, known),
    ...(options.allowUnknownReferences ? [] : await unknownReferences(sql, said.lines)),
  ];
  if (details.length > 0) throw fail('order_refused', { entity: 'order', details });
  const id = said.id ?? (await makeOrderId(sql));
  await insertOrder(sql, { order: completedOrder(said, known, { id, now }), past: undefined, now, notes });
  const order = await readRecord(sql, id);
  if (!order) throw new Error('an inserted order can be read');
  if (request) await saveAnswer(sql, request, { answer: order, at: instant });
  return { order, isRepeated: false };
}

const IS_KNOWN = 'SELECT id FROM product WHERE reference = $1';

async function unknownReferences(sql: Sql, lines: readonly OrderLine[]): Promise<readonly Problem[]> {
  const known = new Map<string, boolean>();
  for (const { reference } of lines)
    if (!known.has(reference)) known.set(reference, (await sql.get(IS_KNOWN, [reference])) !== undefined);
  return lines.flatMap(({ reference }, index) =>
    known.get(reference)
      ? []
      : problem('order_reference_unknown', {
          field: `lines[${index}].reference`,
          value: quotable(reference),
        }),
  );
}
