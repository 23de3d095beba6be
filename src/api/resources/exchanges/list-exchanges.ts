import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { firstOf } from '../../lists/first-of.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { exchangeSummary } from '../../schemas/exchange.ts';
import { EXCHANGE_FILTER, exchangeFilter } from '../../schemas/selection.ts';
import { summaryContent } from './exchange-content.ts';

const PAGES = { list: 'exchanges', kinds: ['string'] } as const;

export const listExchanges = defineRoute({
  method: 'get',
  path: '/exchanges',
  scope: 'admin',
  tag: 'Exchanges',
  summary: 'The journal: what the ERP’s connector asked and what came of it, newest first',
  description: 'As `passerelle journal` has it. Only the connector’s endpoint is in it, not this API.',
  query: z.strictObject({
    ...PAGE_QUERY,
    ...EXCHANGE_FILTER,
    after: z.string().min(1).exactOptional().describe('The id of an exchange: only what is newer.'),
  }),
  reply: pageOf(exchangeSummary),
  async handle({ query, parts, shop, url, language }) {
    const { limit, after, ...filter } = query;
    const [before] = pageQueryFrom(query, PAGES).after ?? [];
    const batches = parts.journal.exchanges({
      limit: limit + 1,
      ...exchangeFilter(filter, shop),
      ...defined({ before: before === undefined ? undefined : String(before), after }),
    });
    const { shown, next } = await firstOf(batches, limit);
    const items = shown.map((summary) => summaryContent(summary, language));
    return pageReply({ url }, PAGES, { items, next });
  },
});
