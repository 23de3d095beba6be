/**
 * The parameters of a header value (`form-data; name="a"; filename=b`), by lower-case name; the first of a name wins.
 * Quoted values may hold `;`, and `\"` or `\\` (older libcurl); any other backslash is literal, as Windows paths are.
 */
export function parseParameters(value: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  let at = value.indexOf(';') + 1;
  let equals = value.indexOf('=', at);
  while (at !== 0 && equals !== -1) {
    const semicolon = value.indexOf(';', at);
    if (semicolon !== -1 && semicolon < equals) {
      at = semicolon + 1;
      continue;
    }
    const name = value.slice(at, equals).trim().toLowerCase();
    const read = parseValue(value, equals + 1);
    if (!parameters.has(name)) parameters.set(name, read.value);
    at = value.indexOf(';', read.end) + 1;
    equals = value.indexOf('=', at);
  }
  return parameters;
}

interface ReadValue {
  readonly value: string;
  readonly end: number;
}

function parseValue(text: string, from: number): ReadValue {
  let start = from;
  while (text[start] === ' ' || text[start] === '\t') start++;
  if (text[start] === '"') return parseQuoted(text, start + 1);
  const semicolon = text.indexOf(';', start);
  const end = semicolon === -1 ? text.length : semicolon;
  return { value: text.slice(start, end).trim(), end };
}

function parseQuoted(text: string, start: number): ReadValue {
  let end = start;
  while (end < text.length && text[end] !== '"') end += isEscape(text, end) ? 2 : 1;
  if (end < text.length) return { value: text.slice(start, end).replace(/\\(["\\])/g, '$1'), end: end + 1 };
  // Never closed: a browser's name that ends in a backslash, since browsers do not escape it.
  const quote = text.lastIndexOf('"');
  return { value: text.slice(start, quote >= start ? quote : text.length), end: text.length };
}

const isEscape = (text: string, at: number): boolean =>
  text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\');
