import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { EXCHANGE_OUTCOMES } from '../../../shop/journal.ts';
import { firstOf } from '../../lists/first-of.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { exchangeSummary } from '../../schemas/exchange.ts';
import { momentInput, readInstant } from '../../schemas/inputs.ts';
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
    since: momentInput()
      .exactOptional()
      .describe(
        'At this moment or later: `2026-01-31 14:05:00` or a day on the shop’s wall clock, or an instant.',
      ),
    resource: z
      .string()
      .exactOptional()
      .describe('Such as `update_product`; empty: where it could not be told.'),
    reference: z.string().exactOptional().describe('The record’s key; empty: lists and bulk messages.'),
    outcome: z.array(z.enum(EXCHANGE_OUTCOMES)).min(1).exactOptional().describe('With one of these.'),
    run: z.string().min(1).exactOptional().describe('The id of a run: only its exchanges.'),
    after: z.string().min(1).exactOptional().describe('The id of an exchange: only what is newer.'),
  }),
  reply: pageOf(exchangeSummary),
  async handle({ query, parts, shop, url, language }) {
    const { limit, since, resource, reference, outcome, run, after } = query;
    const [before] = pageQueryFrom(query, PAGES).after ?? [];
    const batches = parts.journal.exchanges({
      limit: limit + 1,
      ...defined({
        since: since === undefined ? undefined : readInstant(since, shop.timeZone),
        before: before === undefined ? undefined : String(before),
        resource,
        reference,
        outcomes: outcome,
        run,
        after,
      }),
    });
    const { shown, next } = await firstOf(batches, limit);
    const items = shown.map((summary) => summaryContent(summary, language));
    return pageReply({ url }, PAGES, { items, next });
  },
});
