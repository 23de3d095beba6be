import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import type { Selection } from '../../../shop/replay.ts';
import { defineRoute } from '../../route.ts';
import { jsonLines } from '../../schemas/json-lines.ts';
import { named } from '../../schemas/named.ts';
import { replayLine } from '../../schemas/replay.ts';
import { SELECTION, selectionFrom } from '../../schemas/selection.ts';
import { replayLines } from './replay-content.ts';

const body = named('Replay', z.strictObject(SELECTION));

export const replayExchanges = defineRoute({
  method: 'post',
  path: '/replays',
  scope: 'admin',
  role: 'operator',
  tag: 'Replays',
  summary: 'Sends the requests of exchanges again, in their order of time, on one copy of the shop',
  description:
    'Results come as they are there, each as a line of JSON. At most 5,000 exchanges at a time, one replay on a copy of a shop at a time; ' +
    'a caller who leaves ends it. The copy is gone at the end, and the shop as it was.',
  body,
  reply: jsonLines(replayLine),
  errors: ['missing_field', 'conflict', 'unsupported'],
  async handle({ body, shop, signal, language }) {
    const selection = selectionFrom(body, shop);
    const run = await shop.replays.onCopy({ selection, signal });
    return { content: replayLines(run, { language, isReal: false }), subject: subjectOf(selection) };
  },
});

export const replayExchangesForReal = defineRoute({
  method: 'post',
  path: '/replays-for-real',
  scope: 'admin',
  role: 'operator',
  tag: 'Replays',
  summary: 'Sends the requests of exchanges again, in their order of time, to the shop itself',
  description:
    'As if the connector sent them now. `orders` and `set_order_exported` hand an order over to whoever asks: of those only what `exchanges` ' +
    'names is sent. `select` names one thing at least. A caller who leaves ends it after the exchange that is under way.',
  body,
  reply: jsonLines(replayLine),
  errors: ['missing_field'],
  async handle({ body, shop, signal, language }) {
    const selection = selectionFrom(body, shop);
    requireChoice(selection);
    const run = await shop.replays.forReal({ selection, signal });
    return { content: replayLines(run, { language, isReal: true }), subject: subjectOf(selection) };
  },
});

/** The whole journal is sent to a shop by nobody who means it. */
function requireChoice(selection: Selection): void {
  if ('filter' in selection && Object.keys(selection.filter).length === 0)
    throw fail('selection_missing', { expected: 'exchanges | select { run | since | outcome … }' });
}

/** What the trail says of it: the first one, and how many more, or what finds them. */
export function subjectOf(selection: Selection): string {
  if ('filter' in selection) return JSON.stringify(selection.filter);
  const [first = '', ...others] = selection.named;
  return others.length === 0 ? first : `${first} +${others.length}`;
}
