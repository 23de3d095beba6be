import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import { defineRoute } from '../../route.ts';
import { exchange } from '../../schemas/exchange.ts';
import { summaryContent, transformedContent } from './exchange-content.ts';

export const getExchange = defineRoute({
  method: 'get',
  path: '/exchanges/{id}',
  scope: 'admin',
  tag: 'Exchanges',
  summary:
    'One exchange, with its request, its reply, its transformations and its effect as far as they are kept',
  params: z.strictObject({
    id: z.string().describe('As the journal, an order’s `handOver` and error replies tell it.'),
  }),
  reply: exchange,
  errors: ['unknown_reference'],
  async handle({ params: { id }, parts, language }) {
    const found = await parts.journal.exchange(id);
    if (!found) throw fail('record_unknown', { entity: 'exchange', record: id });
    const { request, reply, effect, transformed, ...summary } = found;
    return {
      content: {
        ...summaryContent(summary, language),
        effect: effect.map(({ changes, ...record }) => ({ ...record, changes: [...changes] })),
        ...(transformed && { transformed: transformedContent(transformed, language) }),
        ...defined({ request, reply }),
      },
    };
  },
});
