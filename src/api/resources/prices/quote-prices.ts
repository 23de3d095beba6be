import { defineRoute } from '../../route.ts';
import { quoteReply } from '../../schemas/quote.ts';
import { partOf } from '../part-of.ts';
import { basketBody, basketFromBody } from './basket.ts';
import { quoteContent } from './quote-content.ts';

export const quotePrices = defineRoute({
  method: 'post',
  path: '/prices/quote',
  scope: 'read',
  role: 'viewer',
  tag: 'Prices',
  summary: 'What a basket costs a customer',
  description:
    'The price of each line from the price lists and the article’s own prices, the tax, and the totals. With `explain`, also which ' +
    'rules were considered, and why one of them was taken: docs/pricing.md has the rule. Nothing is stored.',
  body: basketBody,
  reply: quoteReply,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ body, parts, language }) {
    const quote = await partOf(parts.quotes, 'quotes_unsupported').quote(basketFromBody(body));
    return { content: quoteContent(quote, body.explain ? language : undefined) };
  },
});
