import type { LineExplanation, QuoteExplanation } from '../../shop/price-wording.ts';
import { printable } from '../terminal.ts';

/** Lines of text: each line of the quote, what it is made of below it, and the totals where there are several. */
export const formatExplanation = ({ remarks, lines, totals }: QuoteExplanation): readonly string[] =>
  [...lines.flatMap(formatLine), ...remarks, ...(lines.length > 1 ? totals : [])].map(printable);

const formatLine = ({ line, remarks, prices, notes }: LineExplanation): readonly string[] => [
  line,
  ...[...remarks, ...prices, ...notes].map((sentence) => `  ${sentence}`),
];
