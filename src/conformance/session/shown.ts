import type { HttpOutcome } from '../http/client.ts';
import type { Field } from '../http/form.ts';
import type { Language } from '../requirement.ts';
import { escapeXml } from './message.ts';

const VALUE_LENGTH = 700;
const BODY_LENGTH = 1200;

/** Writes requests and replies for a report: shortened, the key masked. */
export interface Shown {
  request(line: string, fields: readonly Field[]): string;
  outcome(outcome: HttpOutcome): string;
}

export function createShown(key: string, language: Language): Shown {
  const bytesWord = language === 'fr' ? 'octets' : 'bytes';
  const mask = (text: string): string =>
    key === '' ? text : text.replaceAll(key, '****').replaceAll(escapeXml(key), '****');
  const value = (bytes: string | Uint8Array): string => {
    const text = readable(Buffer.from(bytes));
    return text === undefined ? `(${bytes.length} ${bytesWord})` : shorten(mask(text), VALUE_LENGTH);
  };
  return {
    request: (line, fields) =>
      [line, ...fields.map((field) => `${field.name} = ${value(field.value)}`)].join('\n'),
    outcome(outcome) {
      if ('failure' in outcome)
        return language === 'fr' ? `aucune réponse (${outcome.failure})` : `no reply (${outcome.failure})`;
      const { status, contentType, location, body, truncated } = outcome;
      const target = location === undefined ? '' : `\nLocation: ${shorten(mask(location), VALUE_LENGTH)}`;
      // Masked before it is shortened, so that no part of a key is left at the cut.
      const start = body.subarray(0, 2 * BODY_LENGTH + key.length);
      const more = truncated ? '+' : '';
      const rest = body.length > BODY_LENGTH ? `\n(${body.length}${more} ${bytesWord})` : '';
      const text = readable(start) ?? start.toString('latin1');
      return `HTTP ${status} ${contentType}${target}\n${shorten(mask(text), BODY_LENGTH)}${rest}`;
    },
  };
}

const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** As text when that is what it is, in UTF-8 or else in Windows-1252. */
function readable(bytes: Buffer): string | undefined {
  const utf8 = bytes.toString();
  const text = utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8;
  const head = text.slice(0, VALUE_LENGTH);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
  return /[\u0000-\u0008\u000e-\u001f]/.test(head) ? undefined : text;
}
