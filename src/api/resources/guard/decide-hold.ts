import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { defineRoute } from '../../route.ts';
import { guardHold } from '../../schemas/guard.ts';
import { named } from '../../schemas/named.ts';
import { partOf } from '../part-of.ts';

export const decideHold = defineRoute({
  method: 'post',
  path: '/guard/holds/{id}/decision',
  scope: 'admin',
  role: 'operator',
  tag: 'Guard',
  summary: 'Releases what is held, goes on refusing it, or lifts the hold',
  description:
    'Released changes go through for a day: the connector’s next run brings them again. A lifted hold is over, and the next run ' +
    'counted from the beginning.',
  params: z.strictObject({ id: z.string().describe('As the list of holds has it.') }),
  body: named('HoldDecision', z.strictObject({ status: z.enum(['released', 'refused', 'lifted']) })),
  reply: guardHold,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, body: { status }, parts, token }) {
    const by = `${token.label} (${token.id})`;
    const hold = await partOf(parts.guardDesk, 'guard_unsupported').decideHold(id, { status, by });
    if (!hold) throw fail('hold_unknown', { value: id });
    return { content: hold };
  },
});
