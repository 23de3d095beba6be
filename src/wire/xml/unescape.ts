const QUOTES = /['"]/g;
const ESCAPED = /\\(['"\\])/g;
const ESCAPABLE = /['"\\]/g;

/**
 * Undoes what a sender escaped (`Bague\'s en or`): if every quote stands behind an odd run of backslashes, `\'` `\"`
 * and `\\` lose their backslash; a text with a bare quote, or without any quote (`C:\new`), is left as it is. For text
 * fields only, never for references, keys or codes (docs/protocol.md).
 */
export function unescapeQuotes(text: string): string {
  return text.includes('\\') && everyQuoteIsEscaped(text) ? text.replace(ESCAPED, '$1') : text;
}

/** Escapes a text that `unescapeQuotes` would change; it then gives this text back. */
export function escapeQuotesIfNeeded(text: string): string {
  return unescapeQuotes(text) === text ? text : text.replace(ESCAPABLE, '\\$&');
}

function everyQuoteIsEscaped(text: string): boolean {
  let quotes = 0;
  for (const { index } of text.matchAll(QUOTES)) {
    quotes++;
    let start = index;
    while (start > 0 && text[start - 1] === '\\') start--;
    if ((index - start) % 2 === 0) return false;
  }
  return quotes > 0;
}
