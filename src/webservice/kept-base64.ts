import { createHash } from 'node:crypto';

/** Images and files of the shop stand in files of their own, by their digest: the journal need not keep them a second time. */
const LONG_CHARACTERS = 2048;
/** What may stand around base64 in an element. */
const BEFORE = /^(?:!\[CDATA\[)?\s*(?:data:[^,]{0,200},)?\s*/;
const AFTER = /\s*(?:\]\])?$/;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}$/;
/** Base64 may be in lines, never in words. */
const WORDS = /[A-Za-z0-9+/][ \t]+[A-Za-z0-9+/]/;
const PLACEHOLDER = /blob:sha256:([0-9a-f]{64})/g;
const WHITE_SPACE = /\s+/g;

const placeholderOf = (bytes: Uint8Array): string =>
  `blob:sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** XML with `blob:sha256:…` for each long base64 that fills an element; what only looks like base64 stays. */
export function withoutBase64(xml: string): string {
  let kept = '';
  let from = 0;
  // One pass, whatever the text is: from each bracket to the next.
  for (let start = 0; start < xml.length; ) {
    const end = nextBracket(xml, start);
    if (end - start >= LONG_CHARACTERS) {
      kept += xml.slice(from, start) + withoutLong(xml.slice(start, end));
      from = end;
    }
    start = end + 1;
  }
  return kept + xml.slice(from);
}

function nextBracket(xml: string, from: number): number {
  for (let place = from; place < xml.length; place++) {
    const code = xml.charCodeAt(place);
    if (code === OPENING || code === CLOSING) return place;
  }
  return xml.length;
}
const OPENING = '<'.charCodeAt(0);
const CLOSING = '>'.charCodeAt(0);

function withoutLong(text: string): string {
  const [before = ''] = BEFORE.exec(text) ?? [];
  const [after = ''] = AFTER.exec(text.slice(-100)) ?? [];
  const inner = text.slice(before.length, text.length - after.length);
  if (inner.length < LONG_CHARACTERS || !BASE64.test(inner) || WORDS.test(inner)) return text;
  const compact = inner.replace(WHITE_SPACE, '');
  const bytes = Buffer.from(compact, 'base64');
  return bytes.toString('base64') === compact ? `${before}${placeholderOf(bytes)}${after}` : text;
}

/** A file in the place of a variable's value. */
export const filePlaceholder = placeholderOf;

/** The digest of a variable's value that is nothing but a file's placeholder. */
export const filePlaceholderDigest = (value: string): string | undefined =>
  /^blob:sha256:([0-9a-f]{64})$/.exec(value)?.[1];

/** The text with its base64 again. Gives the digests of what is nowhere. */
export async function withBase64(
  text: string,
  read: (sha256: string) => Promise<Uint8Array | undefined>,
): Promise<{ readonly text: string; readonly missing: readonly string[] }> {
  const digests = [...new Set([...text.matchAll(PLACEHOLDER)].flatMap(([, digest]) => digest ?? []))];
  const blobs = new Map<string, Uint8Array | undefined>();
  for (const digest of digests) blobs.set(digest, await read(digest));
  const restored = text.replace(PLACEHOLDER, (found, digest: string) => {
    const bytes = blobs.get(digest);
    return bytes ? Buffer.from(bytes).toString('base64') : found;
  });
  return { text: restored, missing: digests.filter((digest) => !blobs.get(digest)) };
}
