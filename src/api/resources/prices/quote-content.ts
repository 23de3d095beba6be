import { ZERO } from '../../../domain/decimal.ts';
import { defined, filled } from '../../../domain/optional.ts';
import type { PriceCandidate } from '../../../domain/pricing/candidates.ts';
import type { QuoteLine } from '../../../domain/pricing/quote.ts';
import type { ConsideredPrice } from '../../../domain/pricing/resolve.ts';
import { explainQuote, type LineExplanation } from '../../../shop/price-wording.ts';
import type { Quote } from '../../../shop/quotes.ts';
import type { Language } from '../../../shop/wording.ts';
import type { QuoteContent } from '../../schemas/quote.ts';

type LineContent = QuoteContent['lines'][number];
type ExplanationContent = NonNullable<LineContent['explanation']>;
type ConsideredContent = ExplanationContent['considered'][number];

/** `language`: in which it is explained; undefined: it is not. */
export function quoteContent(quote: Quote, language: Language | undefined): QuoteContent {
  const explained = language && explainQuote(quote, language);
  return {
    ...defined({
      customer: filled(quote.customer),
      group: filled(quote.group),
      currency: filled(quote.currency),
      country: filled(quote.country),
      netTotal: quote.netTotal,
      grossTotal: quote.grossTotal,
    }),
    at: quote.at,
    remarks: [...quote.remarks],
    lines: quote.lines.map((line, index) => lineContent(line, explained?.lines[index])),
    taxes: [...quote.taxes],
  };
}

function lineContent(line: QuoteLine, explained: LineExplanation | undefined): LineContent {
  const { considered: _, moreRules: __, conflicts: ___, remarks, ...amounts } = line;
  return {
    ...amounts,
    remarks: [...remarks],
    ...(explained && { explanation: explanationContent(line, explained) }),
  };
}

const explanationContent = (
  { considered, conflicts, moreRules }: QuoteLine,
  { line, remarks, prices, notes }: LineExplanation,
): ExplanationContent => ({
  sentences: [line, ...remarks, ...notes],
  considered: considered.map((each, index) => ({
    ...verdictContent(each),
    ...(conflicts.includes(each.candidate) && { contradicts: true as const }),
    sentence: prices[index] ?? '',
    ...candidateContent(each.candidate),
  })),
  moreRules,
});

function verdictContent({
  candidate: _,
  ...verdict
}: ConsideredPrice): Pick<ConsideredContent, 'verdict' | 'netPrice' | 'by' | 'because'> {
  return verdict;
}

/** What is said of nobody, nowhere and never is absent. */
export const candidateContent = (price: PriceCandidate) => ({
  origin: price.origin,
  reference: price.reference,
  kind: price.kind,
  value: price.value,
  ...defined({
    source: filled(price.source),
    rule: filled(price.rule),
    basePrice: price.basePrice,
    customer: filled(price.customer),
    group: filled(price.group),
    currency: filled(price.currency),
    country: filled(price.country),
    fromQuantity: price.fromQuantity === ZERO ? undefined : price.fromQuantity,
    validFrom: filled(price.validFrom),
    validTo: price.validTo,
  }),
});
