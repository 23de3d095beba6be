import { z } from 'zod';
import { fail, PasserelleError } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import { knownExchange } from '../../../shop/known-exchange.ts';
import type { ReplayResult } from '../../../shop/replay.ts';
import { BASE_PATH } from '../../base-path.ts';
import type { ReplayStep } from '../../replays.ts';
import { defineRoute } from '../../route.ts';
import { jsonLines } from '../../schemas/json-lines.ts';
import { named } from '../../schemas/named.ts';
import { editedRequest, replayedExchange, replayLine } from '../../schemas/replay.ts';
import { replayContent, replayLines } from './replay-content.ts';

const params = z.strictObject({ id: z.string().describe('As the journal has it.') });
const body = named('ReplayRequest', z.strictObject({ request: editedRequest }));

export const replayExchange = defineRoute({
  method: 'post',
  path: '/exchanges/{id}/replay',
  scope: 'admin',
  role: 'operator',
  tag: 'Replays',
  summary: 'Sends an exchange’s request again, or an edited one, on a copy of the shop: what it would do now',
  description:
    'The copy is gone at the end, and the shop as it was. One replay on a copy of a shop at a time; a caller who leaves ends it.',
  params,
  body,
  reply: jsonLines(replayLine),
  errors: ['unknown_reference', 'conflict', 'unsupported'],
  async handle({ params: { id }, body: { request }, parts, shop, signal, language }) {
    await knownExchange(parts.journal, id);
    const selection = { named: [id] };
    const run = await shop.replays.onCopy({ selection, signal, ...defined({ edited: request }) });
    return { content: replayLines(run, { language, isReal: false }) };
  },
});

export const replayExchangeForReal = defineRoute({
  method: 'post',
  path: '/exchanges/{id}/replay-for-real',
  scope: 'admin',
  role: 'operator',
  tag: 'Replays',
  summary: 'Sends an exchange’s request again, or an edited one, to the shop itself',
  description:
    'As if the connector sent it now: through the same transformations, decorators and guard. The journal has it as an exchange of its own, ' +
    'a replay of the old one. That the shop refused it is a result too: see `after`.',
  params,
  body,
  status: 201,
  reply: replayedExchange,
  replyHeaders: { Location: 'Of the new exchange.' },
  errors: ['unknown_reference', 'expired', 'too_large', 'conflict'],
  async handle({ params: { id }, body: { request }, shop, language }) {
    // What has begun is done, whoever waits for it.
    const { signal } = new AbortController();
    const selection = { named: [id] };
    const run = await shop.replays.forReal({ selection, signal, ...defined({ edited: request }) });
    const result = await onlyResult(run.steps);
    if (!result.ok) throw new PasserelleError(result.problem);
    const content = replayContent(result.replay, { language, isReal: true });
    return { content, headers: { location: `${BASE_PATH}/exchanges/${result.replay.after.id}` } };
  },
});

async function onlyResult(steps: AsyncIterable<ReplayStep>): Promise<ReplayResult> {
  const results: ReplayResult[] = [];
  for await (const step of steps) if (step.kind === 'results') results.push(...step.results);
  const [only] = results;
  // The server is about to stop.
  if (!only) throw fail('replay_interrupted');
  return only;
}
