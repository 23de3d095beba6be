/** What a customer chose of a line: a text, or the id of VirtueMart's field whose value it is. */
export type Choice = string | number;

/**
 * Reads `product_attribute`. VirtueMart 2 noted HTML, `{"12":"<span>Taille</span><span>L</span>"}`; later it notes the
 * field that was chosen, by the kind of field: `{"3":"17"}`, or with what was written into it `{"3":{"17":{…}}}`.
 */
export function parseAttributes(json: string | null): readonly Choice[] {
  return entriesOf(parseJson(json)).flatMap(([, value]): readonly Choice[] => {
    if (typeof value === 'string' && value.includes('<')) return lastText(value);
    return fieldsOf(value);
  });
}

function parseJson(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** The value stands behind its name. */
function lastText(html: string): readonly string[] {
  const texts = html.split(/<[^>]*>/).map((part) => part.replace(/^\s*:/, '').trim());
  const last = texts.findLast((part) => part !== '');
  return last === undefined ? [] : [last];
}

function fieldsOf(value: unknown): readonly number[] {
  const ids = typeof value === 'object' ? entriesOf(value).map(([id]) => id) : [String(value)];
  return ids.map(Number).filter((id) => Number.isInteger(id) && id > 0);
}
