import { expect, it } from 'vitest';
import { createReplyReader } from './reply-reader.ts';

const SIZED = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 7\r\n\r\n<a>1</>';
const CHUNKED =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<a>\r\n11\r\n0123456789\r\n<a></\r\n0\r\n\r\n';
const EMPTY = 'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n';

function replies(text: string, chunkLength: number): readonly (readonly [number, string])[] {
  const found: [number, string][] = [];
  let body = '';
  const reader = createReplyReader({
    onBody: (bytes) => {
      body += bytes.toString();
    },
    onEnd: (status) => {
      found.push([status, body]);
      body = '';
    },
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunkLength) reader.write(bytes.subarray(at, at + chunkLength));
  return found;
}

it.each([1, 2, 5, 16, 10_000])('reads replies one after another, however they are cut (%i bytes)', (length) =>
  expect(replies(SIZED + CHUNKED + EMPTY + SIZED, length)).toEqual([
    [200, '<a>1</>'],
    [200, '<a>0123456789\r\n<a></'],
    [503, ''],
    [200, '<a>1</>'],
  ]),
);

it('does not take a reply that was cut for a whole one', () =>
  expect(replies(CHUNKED.slice(0, -2), 10_000)).toEqual([]));

it('refuses a chunk that is longer than it says', () =>
  expect(() => replies(CHUNKED.replace('3\r\n<a>', '2\r\n<a>'), 10_000)).toThrow("no chunk's size"));

it('refuses what is no reply', () => expect(() => replies('SSH-2.0\r\n\r\n', 100)).toThrow('no HTTP reply'));
