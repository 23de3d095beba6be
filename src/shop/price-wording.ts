import type { PriceCandidate } from '../domain/pricing/candidates.ts';
import type { PriceConflict } from '../domain/pricing/conflicts.ts';
import type { QuoteLine } from '../domain/pricing/quote.ts';
import type { ConsideredPrice } from '../domain/pricing/resolve.ts';
import { ENGLISH_PRICES } from './price-words/english.ts';
import { FRENCH_PRICES } from './price-words/french.ts';
import { type Asked, amountText, type PriceWords } from './price-words/words.ts';
import type { Quote } from './quotes.ts';
import type { Language } from './wording.ts';

/** Why a line costs what it costs, for whoever asks: each a sentence. */
export interface LineExplanation {
  readonly line: string;
  readonly remarks: readonly string[];
  /** In the order of `considered`. */
  readonly prices: readonly string[];
  /** What is not among `prices`, and what contradicts the taken one. */
  readonly notes: readonly string[];
}

export interface QuoteExplanation {
  readonly remarks: readonly string[];
  readonly lines: readonly LineExplanation[];
  readonly totals: readonly string[];
}

const WORDS: Readonly<Record<Language, PriceWords>> = { fr: FRENCH_PRICES, en: ENGLISH_PRICES };
const POINTS: Readonly<Record<Language, '.' | ','>> = { fr: ',', en: '.' };

export const explainQuote = (quote: Quote, language: Language): QuoteExplanation => ({
  remarks: quote.remarks.map((remark) => WORDS[language].remarks[remark]),
  lines: quote.lines.map((line) => explainLine(line, { asked: quote, language })),
  totals: WORDS[language].totals(quote),
});

interface Telling {
  readonly asked: Asked;
  readonly language: Language;
}

function explainLine(line: QuoteLine, { asked, language }: Telling): LineExplanation {
  const words = WORDS[language];
  const winner = line.considered.find(({ verdict }) => verdict === 'won')?.candidate;
  return {
    line: words.line(line, asked),
    remarks: line.remarks.map((remark) => words.remarks[remark]),
    prices: line.considered.map((considered) => explainPrice(considered, { asked, language, winner })),
    notes: [
      ...(line.moreRules > 0 ? [words.moreRules(line.moreRules)] : []),
      ...(line.conflicts.length > 0 ? [words.contradicted(line.conflicts.length)] : []),
    ],
  };
}

function explainPrice(
  considered: ConsideredPrice,
  { asked, language, winner }: Telling & { readonly winner: PriceCandidate | undefined },
): string {
  const words = WORDS[language];
  const { candidate, verdict } = considered;
  const text = words.candidate(candidate);
  if (verdict === 'excluded') return words.excluded(text, words.exclusions[considered.because](asked));
  const price = amountText(considered.netPrice, POINTS[language]);
  if (verdict === 'won' || !winner) return words.taken(text, price);
  return words.beaten(text, price, words.criteria[considered.by](winner, candidate));
}

/** What contradicts what: the case, then its rules, the one that is taken first. */
export const explainConflict = (
  conflict: PriceConflict,
  language: Language,
): { readonly title: string; readonly rules: readonly string[] } => ({
  title: WORDS[language].conflict(conflict),
  rules: conflict.rules.map((rule, index) => WORDS[language].conflicting(rule, index === 0)),
});
