import { z } from 'zod';
import { defined, filled } from '../../../domain/optional.ts';
import type { PriceConflict } from '../../../domain/pricing/conflicts.ts';
import { readConflictPage } from '../../../shop/conflict-page.ts';
import { explainConflict } from '../../../shop/price-wording.ts';
import type { Language } from '../../../shop/wording.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { priceConflict } from '../../schemas/price-conflict.ts';
import { partOf } from '../part-of.ts';
import { candidateContent } from './quote-content.ts';

const PAGES = { list: 'price-conflicts', kinds: ['string', 'string'] } as const;

export const listPriceConflicts = defineRoute({
  method: 'get',
  path: '/prices/conflicts',
  scope: 'read',
  tag: 'Prices',
  summary: 'Rules that contradict each other: nothing but the lower price decides between them',
  description:
    'In the order of articles and customers. Those of one article and customer stay on one page, which may so have some more than ' +
    '`limit`. A page ends after some ten thousand rules too: it may have few or no items, and a `next` all the same.',
  query: z.strictObject(PAGE_QUERY),
  reply: pageOf(priceConflict),
  errors: ['unsupported'],
  async handle({ query, parts, url, language }) {
    const quotes = partOf(parts.quotes, 'quotes_unsupported');
    const { limit, after: place } = pageQueryFrom(query, PAGES);
    const after = place && { reference: String(place[0]), customer: String(place[1]) };
    const { conflicts, next } = await readConflictPage(quotes, { limit, after });
    return pageReply({ url }, PAGES, {
      items: conflicts.map((conflict) => conflictContent(conflict, language)),
      next: next && [next.reference, next.customer],
    });
  },
});

function conflictContent(conflict: PriceConflict, language: Language): z.input<typeof priceConflict> {
  const { reference, customer, rules } = conflict;
  const { title, rules: sentences } = explainConflict(conflict, language);
  return {
    reference,
    ...defined({ customer: filled(customer) }),
    sentence: title,
    rules: rules.map(({ candidate, netPrice }, index) => ({
      ...defined({ netPrice }),
      sentence: sentences[index] ?? '',
      ...candidateContent(candidate),
    })),
  };
}
