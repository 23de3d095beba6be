import type { Call } from './request/call.ts';
import type { Reply } from './shop/reply.ts';
import { escapeXml } from './shop/spelling.ts';

const LONGEST_TEXT = 1_500;
const LONGEST_VALUE = 200;

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)} … (${text.length})`;

/** The request for a person: its variables and `data`, the key masked everywhere, shortened. */
export function renderCall(call: Call, key: string): string {
  const { raw, form, data } = call;
  const fields = typeof form === 'string' ? [] : [...form].filter(([name]) => name !== 'data');
  const lines = [
    `${raw.method} ${raw.target}`,
    ...fields.map(([name, value]) => `${name}=${shortened(printable(value), LONGEST_VALUE)}`),
    ...(data ? [`data=${data.text ?? `(${data.compression})`}`] : []),
    ...(typeof form === 'string' ? [form, printable(raw.body.subarray(0, LONGEST_TEXT))] : []),
  ];
  const text = shortened(lines.join('\n'), LONGEST_TEXT);
  return masked(text, key);
}

/** As it is, as XML and as a URL write it. */
export const masked = (text: string, key: string): string =>
  key === ''
    ? text
    : [key, escapeXml(key), encodeURIComponent(key)].reduce(
        (shown, spelling) => shown.replaceAll(spelling, '***'),
        text,
      );

const printable = (bytes: Buffer): string =>
  bytes
    .subarray(0, LONGEST_TEXT)
    .toString('utf8')
    .replace(/[^\P{C}\n\t]/gu, '\u00b7');

export const renderReply = ({ outcome, status, body }: Reply): string =>
  outcome === 'cut' ? '–' : shortened(`HTTP ${status}\n${body.trim()}`, LONGEST_TEXT);
