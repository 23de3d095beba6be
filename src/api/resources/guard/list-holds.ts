import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import { guardHold } from '../../schemas/guard.ts';
import { partOf } from '../part-of.ts';

export const listHolds = defineRoute({
  method: 'get',
  path: '/guard/holds',
  scope: 'admin',
  tag: 'Guard',
  summary:
    'Runs of the ERP that were held because they would have changed too much, the last hundred, newest first',
  reply: z.object({ items: z.array(guardHold) }),
  errors: ['unsupported'],
  async handle({ parts }) {
    return { content: { items: [...(await partOf(parts.guardDesk, 'guard_unsupported').holds())] } };
  },
});
