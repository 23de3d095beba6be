import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { firstOf } from '../../lists/first-of.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { exchangeRun } from '../../schemas/exchange.ts';
import { momentInput, readInstant } from '../../schemas/inputs.ts';

const PAGES = { list: 'runs', kinds: ['string'] } as const;

export const listRuns = defineRoute({
  method: 'get',
  path: '/runs',
  scope: 'admin',
  tag: 'Exchanges',
  summary: 'The connector’s passes, with what each came to, newest first',
  description: 'A run is exchanges that follow each other without a pause of five minutes.',
  query: z.strictObject({
    ...PAGE_QUERY,
    since: momentInput()
      .exactOptional()
      .describe('Runs that were under way at this moment, or began later; as `since` of exchanges.'),
  }),
  reply: pageOf(exchangeRun),
  async handle({ query, parts, shop, url }) {
    const { limit, since } = query;
    const [before] = pageQueryFrom(query, PAGES).after ?? [];
    const filter = defined({
      since: since === undefined ? undefined : readInstant(since, shop.timeZone),
      before: before === undefined ? undefined : String(before),
    });
    const runs = parts.journal.runs({ ...filter, limit: limit + 1 });
    const { shown, next } = await firstOf(runs, limit);
    const items = shown.map(({ firstId: _, lastId: __, ...run }) => run);
    return pageReply({ url }, PAGES, { items, next });
  },
});
