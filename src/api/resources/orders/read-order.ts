import { fail } from '../../../domain/error.ts';
import type { ApiParts } from '../../options.ts';
import { partOf } from '../part-of.ts';
import { type OrderContent, orderContent } from './order-content.ts';

/** An order as a reply has it. Rejects with `order_unknown`. */
export async function readOrder({ reader, documentArchive }: ApiParts, id: string): Promise<OrderContent> {
  const record = await partOf(reader, 'reading_unsupported').order(id);
  if (!record) throw fail('order_unknown', { entity: 'order', record: id });
  const documents = await documentArchive?.documentsOfOrders([id]);
  return orderContent(record, documents?.get(id));
}
