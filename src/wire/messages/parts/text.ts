import { escapeQuotesIfNeeded, unescapeQuotes } from '../../xml/unescape.ts';

interface QuoteOptions {
  readonly unescapeQuotes: boolean;
}

/** The value of a text field: quotes that the sender escaped are undone, white space stays. */
export const decodeText = (text: string, options: QuoteOptions): string =>
  options.unescapeQuotes && text.includes('\\') ? unescapeQuotes(text) : text;

/** What decodeText reads back as `text`. */
export const encodeText = (text: string, options: QuoteOptions): string =>
  options.unescapeQuotes ? escapeQuotesIfNeeded(text) : text;
