import { z } from 'zod';
import { CHANGED_ENTITIES, type ChangeEvent } from '../../../domain/change-event.ts';
import { defined } from '../../../domain/optional.ts';
import { CHANGES_A_PAGE, MOST_CHANGES_A_PAGE } from '../../../shop/change-feed.ts';
import { defineRoute } from '../../route.ts';
import { change } from '../../schemas/change.ts';
import { partOf } from '../part-of.ts';
import { toldEntities } from './told-entities.ts';

/** Less than what proxies allow a silent answer. */
const LONGEST_WAIT = 30;

export const listChanges = defineRoute({
  method: 'get',
  path: '/changes',
  scope: 'read',
  tag: 'Changes',
  summary: 'What changed behind a cursor, in the order in which it took effect',
  description:
    'Go on from each reply’s `cursor`, and no change is missed and none comes twice: docs/events.md. To begin, take `newest` with ' +
    '`limit=0`, read all records, then follow from there.\n\n' +
    'Changes of orders and sales documents are for tokens with the scope `orders`: to others they are not told, and a call that names ' +
    'them in `entities` is refused. 410 (`expired`): changes behind the cursor are not kept any more, or it is ahead of the feed; ' +
    'begin anew.',
  query: z.strictObject({
    since: z
      .int()
      .min(0)
      .exactOptional()
      .describe(
        'The cursor of the last reply; 0: from the very first. Absent: from the oldest that is kept.',
      ),
    limit: z
      .int()
      .min(0)
      .max(MOST_CHANGES_A_PAGE)
      .default(CHANGES_A_PAGE)
      .describe('How many events at most; 0: only where the feed is.'),
    entities: z.array(z.enum(CHANGED_ENTITIES)).min(1).exactOptional().describe('Of these only.'),
    wait: z
      .int()
      .min(0)
      .max(LONGEST_WAIT)
      .default(0)
      .describe('Seconds to wait for something to tell, where there is nothing yet.'),
  }),
  reply: z.object({
    events: z.array(change),
    cursor: z
      .int()
      .describe('Where to go on: behind all changes that were looked at, whether they are told or not.'),
    more: z.boolean().describe('Whether there is more already.'),
    newest: z.int().describe('The cursor of the newest change; 0 when nothing changed yet.'),
  }),
  errors: ['expired', 'unsupported'],
  async handle({ query, parts, token, changeWatch, signal }) {
    const feed = partOf(parts.changeFeed, { unsupported: 'changes' });
    const { since, limit, wait } = query;
    const asked = { limit, entities: toldEntities(token, query.entities) };
    let page = await feed.changes({ ...asked, ...defined({ since }) });
    if (wait > 0 && limit > 0) {
      const ends = AbortSignal.any([signal, AbortSignal.timeout(wait * 1000)]);
      while (page.events.length === 0 && (await changeWatch.past(feed, page.cursor, ends)))
        page = await feed.changes({ ...asked, since: page.cursor });
    }
    const { cursor, more } = page;
    return {
      content: { events: page.events.map(changeContent), cursor, more, newest: await feed.newestChange() },
    };
  },
});

export const changeContent = (event: ChangeEvent) => ({ ...event, fields: [...event.fields] });
