import type { Transformations } from '../domain/transformation.ts';

/** Stands in the journal where a key stood. */
export const MASK = '***';
const KEY_ELEMENT = /(<key\b[^>]*>)[^<]*/gi;
/** A key that the cut goes through must not leave its beginning behind. */
const MARGIN = 1024;

/** The first `length` characters of a payload, for the journal: every key in it is masked, named as such or given. */
export function maskedBeginning(payload: string, length: number, keys: Iterable<string>): string {
  let masked = payload.slice(0, length + MARGIN).replace(KEY_ELEMENT, `$1${MASK}`);
  for (const key of keys) if (key !== '') masked = masked.replaceAll(key, MASK);
  return masked.slice(0, length);
}

/** Sheets see the whole message, its key too. */
export const maskedTransformations = (
  { count, kept }: Transformations,
  keys: Iterable<string>,
): Transformations => ({
  count,
  kept: kept.map((step) => {
    const { difference, said } = step;
    const masked = (text: string): string => maskedBeginning(text, text.length, keys);
    return {
      ...step,
      ...(difference && { difference: difference.map((line) => ({ ...line, text: masked(line.text) })) }),
      ...(said !== undefined && { said: masked(said) }),
    };
  }),
});

/** A key's element with all that may stand in it. */
const WHOLE_KEY = /(<key(?:\s[^>]*)?(?<!\/)>)(?:[^<]|<!\[CDATA\[[\s\S]*?\]\]>)*(?=<\/key)/gi;

/** XML that names nothing but the mask in the place of a key. */
export const withMaskedKeys = (xml: string): string => xml.replace(WHOLE_KEY, `$1${MASK}`);
