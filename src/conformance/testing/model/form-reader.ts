import type { Form, RawRequest } from './exchange.ts';

/** The variables of a POST: multipart/form-data, else urlencoded. */
export function readForm({ headers, body }: RawRequest): Form {
  const boundary = /boundary="?([^";]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return boundary ? readMultipart(body, boundary) : readUrlencoded(body);
}

const readUrlencoded = (body: Buffer): Form =>
  new Map(
    body
      .toString('latin1')
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [unescapeBytes(name).toString(), unescapeBytes(value.join('='))];
      }),
  );

/** `%E9` is a byte, of whatever encoding: decodeURIComponent would throw on what is no UTF-8. */
const unescapeBytes = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function readMultipart(body: Buffer, boundary: string): Form {
  const form = new Map<string, Buffer>();
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const end = body.indexOf(delimiter, start + delimiter.length);
    if (end < 0) break;
    const part = body.subarray(start + delimiter.length + 2, end - 2);
    const split = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.subarray(0, split).toString())?.[1];
    if (name !== undefined && split >= 0) form.set(name, part.subarray(split + 4));
    start = end;
  }
  return form;
}
