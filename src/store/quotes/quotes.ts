import type { LocalDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import { articleRemarks, pricedArticle } from '../../domain/pricing/article.ts';
import type { Buyer, PriceQuestion, PricingOptions } from '../../domain/pricing/question.ts';
import { type QuoteLine, quoteLine, quoteTotals } from '../../domain/pricing/quote.ts';
import { checkBasket } from '../../shop/check-basket.ts';
import type { Basket, BasketLine, Quote, QuotedBuyer, Quotes } from '../../shop/quotes.ts';
import type { StoreContext } from '../context.ts';
import type { Sql } from '../database.ts';
import { findArticle } from './article.ts';
import { readConflicts } from './conflicts.ts';
import { readPrice } from './rules.ts';

/** What buyers pay, from the price lists and the articles' own prices. */
export const createQuotes = ({ database, now, pricing }: StoreContext): Quotes => ({
  async quote(basket) {
    checkBasket(basket);
    const asked = { at: basket.at ?? now(), options: pricing };
    return database.snapshot((sql) => quoteBasket(sql, basket, asked));
  },
  priceConflicts: (after) => readConflicts(database, { after, at: now(), options: pricing }),
});

interface Asked {
  readonly at: LocalDateTime;
  readonly options: PricingOptions;
}

async function quoteBasket(sql: Sql, basket: Basket, { at, options }: Asked): Promise<Quote> {
  const { currency = '', country = '' } = basket;
  const { active, ...buyer } = await findBuyer(sql, basket.buyer);
  const lines: QuoteLine[] = [];
  for (const line of basket.lines)
    lines.push(await answerLine(sql, line, { buyer, currency, country, at, options }));
  return {
    ...buyer,
    currency,
    country,
    at,
    remarks: active ? [] : ['customer_inactive'],
    lines,
    ...quoteTotals(lines),
  };
}

type LineQuestion = Omit<PriceQuestion, 'article' | 'quantity'> & { readonly options: PricingOptions };

async function answerLine(
  sql: Sql,
  { reference, quantity }: BasketLine,
  { options, ...asked }: LineQuestion,
): Promise<QuoteLine> {
  const reading = { group: asked.buyer.group, options };
  const own = await findArticle(sql, reference, reading);
  if (!own) throw fail('reference_unknown', { entity: 'product', record: reference });
  const parent = own.parent === undefined ? undefined : await findArticle(sql, own.parent, reading);
  const question: PriceQuestion = { ...asked, quantity, article: pricedArticle(own, parent) };
  const { resolved, rules } = await readPrice(sql, question, { options });
  return quoteLine({ question, resolved, rules, remarks: articleRemarks(own, parent) });
}

const FIND_CUSTOMER = 'SELECT price_category AS "group", active FROM customer WHERE code = $1';

async function findBuyer(sql: Sql, buyer: QuotedBuyer): Promise<Buyer & { readonly active: boolean }> {
  if (!('customer' in buyer)) return { customer: '', group: buyer.group, active: true };
  const { customer } = buyer;
  const row = await sql.get<{ group: string | null; active: number | null }>(FIND_CUSTOMER, [customer]);
  if (!row) throw fail('customer_unknown', { entity: 'customer', record: customer });
  return { customer, group: row.group ?? '', active: row.active !== 0 };
}
