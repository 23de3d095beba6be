/** A field of a form; its value may be bytes that come later. */
export type Field = readonly [name: string, value: string];

/** Forms as libcurl writes them, which is what the connector uses: no part has a type, a charset or a file's name. */
const BOUNDARY = '------------------------d74496d66958873e';

export const KEY = 'bench-key';

const partHead = (name: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
const FORM_END = `\r\n--${BOUNDARY}--\r\n`;

const formText = (fields: readonly Field[]): string =>
  fields.map(([name, value]) => `${partHead(name)}${value}\r\n`).join('');

const requestHead = (length: number): string =>
  'POST /webservice HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n' +
  `Content-Length: ${length}\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n`;

/** A whole request. */
export function formRequest(fields: readonly Field[]): Buffer {
  const body = Buffer.from(`${formText(fields)}--${BOUNDARY}--\r\n`);
  return Buffer.concat([Buffer.from(requestHead(body.length)), body]);
}

/** What stands before and after `data`, the last field, when its `length` bytes are sent from elsewhere. */
export function formAround(
  fields: readonly Field[],
  length: number,
): { readonly before: Buffer; readonly after: Buffer } {
  const start = Buffer.from(formText(fields) + partHead('data'));
  const after = Buffer.from(FORM_END);
  const head = Buffer.from(requestHead(start.length + length + after.length));
  return { before: Buffer.concat([head, start]), after };
}
