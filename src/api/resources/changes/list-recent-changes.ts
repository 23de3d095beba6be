import { z } from 'zod';
import { CHANGED_ENTITIES } from '../../../domain/change-event.ts';
import { defined } from '../../../domain/optional.ts';
import { CHANGE_PLACES } from '../../../shop/change-feed.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { change } from '../../schemas/change.ts';
import { partOf } from '../part-of.ts';
import { changeContent } from './list-changes.ts';
import { toldEntities } from './told-entities.ts';

const PAGES = { list: 'recent changes', kinds: CHANGE_PLACES } as const;

export const listRecentChanges = defineRoute({
  method: 'get',
  path: '/changes/recent',
  scope: 'read',
  tag: 'Changes',
  summary: 'The last changes, newest first: for people who look',
  description:
    'Whoever must miss none follows the feed instead. For each page only so many changes are looked at, so that one may have fewer ' +
    'than were asked for, even none, and still a `next`.\n\n' +
    'Of orders and sales documents tokens with the scope `orders` are told, as by the feed.',
  query: z.strictObject({
    ...PAGE_QUERY,
    entities: z.array(z.enum(CHANGED_ENTITIES)).min(1).exactOptional().describe('Of these only.'),
    key: z.string().min(1).exactOptional().describe('Of the records that have this `key`.'),
  }),
  reply: pageOf(change),
  errors: ['unsupported'],
  async handle({ query, parts, token, url }) {
    const page = await partOf(parts.changeFeed, { unsupported: 'changes' }).recentChanges({
      ...pageQueryFrom(query, PAGES),
      entities: toldEntities(token, query.entities),
      ...defined({ key: query.key }),
    });
    return pageReply({ url }, PAGES, { items: page.items.map(changeContent), next: page.next });
  },
});
