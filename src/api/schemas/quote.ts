import { z } from 'zod';
import { PRICE_RULE_KINDS } from '../../domain/price-rule.ts';
import { PRICE_ORIGINS } from '../../domain/pricing/candidates.ts';
import { EXCLUSIONS } from '../../domain/pricing/exclusion.ts';
import { QUOTE_REMARKS } from '../../domain/pricing/quote.ts';
import { CRITERIA } from '../../domain/pricing/rank.ts';
import { BUYER_REMARKS } from '../../shop/quotes.ts';
import { named } from './named.ts';
import { decimal, moment } from './values.ts';

const absent = (meaning: string) => z.string().exactOptional().describe(meaning);

/** A price that may be the one. */
export const PRICE = {
  origin: z.enum(PRICE_ORIGINS).describe('A price list’s rule, or one of the article’s own prices.'),
  reference: z.string().describe('The article’s own, or that of the product that the variant belongs to.'),
  source: absent('Of a rule: the ERP’s kind of rule.'),
  rule: absent('Of a rule: the ERP’s name for it, which many rows share.'),
  kind: z
    .enum(PRICE_RULE_KINDS)
    .describe('Whether `value` is a price, taken off in currency, or taken off in percent.'),
  value: decimal,
  basePrice: decimal.exactOptional().describe('What a reduction is taken from, where the rule says it.'),
  customer: absent('For this customer only.'),
  group: absent('For this price category only.'),
  currency: absent('In this currency only.'),
  country: absent('For this country only.'),
  fromQuantity: decimal.exactOptional().describe('From this quantity on.'),
  validFrom: moment.exactOptional(),
  validTo: moment.exactOptional().describe('Inclusive; midnight covers the whole day.'),
};

const consideredPrice = named(
  'ConsideredPrice',
  z.object({
    verdict: z.enum(['won', 'beaten', 'excluded']),
    netPrice: decimal.exactOptional().describe('Of one unit, excluding tax; of a price that holds.'),
    by: z.enum(CRITERIA).exactOptional().describe('What the winner is better by, of a beaten one.'),
    because: z.enum(EXCLUSIONS).exactOptional().describe('Why it does not hold, of an excluded one.'),
    contradicts: z
      .literal(true)
      .exactOptional()
      .describe('Nothing but the lower price decided between it and the winner.'),
    sentence: z.string().describe('All of it in words.'),
    ...PRICE,
  }),
);

const lineExplanation = named(
  'LineExplanation',
  z.object({
    sentences: z
      .array(z.string())
      .describe('What is asked and what it costs, then what else is to be known.'),
    considered: z
      .array(consideredPrice)
      .describe('The price that won, those that it beat, those that do not hold; the best of each first.'),
    moreRules: z.int().describe('Rules for this article and buyer that are not in `considered`.'),
  }),
);

const quoteLine = named(
  'QuoteLine',
  z.object({
    reference: z.string(),
    parent: absent('The product that a variant belongs to.'),
    quantity: decimal,
    netPrice: decimal
      .exactOptional()
      .describe('Of one unit, excluding tax, exact. Absent: nothing gives one.'),
    grossPrice: decimal.exactOptional().describe('Of one unit, including tax, to the cent.'),
    basePrice: decimal
      .exactOptional()
      .describe('To show struck through, excluding tax; absent unless it is higher.'),
    taxRate: decimal.exactOptional().describe('Percent.'),
    netTotal: decimal.exactOptional().describe('Excluding tax, to the cent.'),
    grossTotal: decimal.exactOptional().describe('Including tax, to the cent.'),
    remarks: z.array(z.enum(QUOTE_REMARKS)),
    explanation: lineExplanation.exactOptional().describe('With `explain`.'),
  }),
);

export const quoteReply = named(
  'Quote',
  z.object({
    customer: absent('As it was asked.'),
    group: absent('The price category: as it was asked, else the customer’s.'),
    currency: absent('As it was asked.'),
    country: absent('As it was asked.'),
    at: moment,
    remarks: z.array(z.enum(BUYER_REMARKS)),
    lines: z.array(quoteLine),
    netTotal: decimal.exactOptional().describe('Excluding tax. Absent where a line has no price.'),
    grossTotal: decimal
      .exactOptional()
      .describe('Including tax. Absent where a line has no price or no tax rate.'),
    taxes: z
      .array(named('TaxShare', z.object({ rate: decimal.describe('Percent.'), net: decimal, tax: decimal })))
      .describe('By rate, lowest first.'),
  }),
);

export type QuoteContent = z.input<typeof quoteReply>;
