/** Takes the bytes of one connection and tells the replies in them, as far as our servers write HTTP/1.1. */
export interface ReplyReader {
  /** Throws when the bytes are no reply. */
  write(chunk: Buffer): void;
}

export interface ReplyHandlers {
  /** A part of the body, without the transfer's own framing. */
  onBody(bytes: Buffer): void;
  onEnd(status: number): void;
}

const HEAD_END = '\r\n\r\n';
const STATUS = /^HTTP\/1\.1 (\d{3})/;
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked/i;
const NOTHING = Buffer.alloc(0);

export function createReplyReader({ onBody, onEnd }: ReplyHandlers): ReplyReader {
  let pending: Buffer = NOTHING;
  let reading: 'head' | 'body' | 'chunkSize' | 'chunk' | 'lastLine' = 'head';
  let status = 0;
  let left = 0;

  const steps = {
    head: readHead,
    body: readBody,
    chunkSize: readChunkSize,
    chunk: readBody,
    lastLine: readLastLine,
  };

  /** The text up to `mark`, which is passed over; undefined when it is not there yet. */
  function takeTo(mark: string): string | undefined {
    const end = pending.indexOf(mark);
    if (end < 0) return undefined;
    const text = pending.toString('latin1', 0, end);
    pending = pending.subarray(end + mark.length);
    return text;
  }

  function readHead(): boolean {
    const head = takeTo(HEAD_END);
    if (head === undefined) return false;
    const found = STATUS.exec(head)?.[1];
    if (found === undefined) throw new Error(`no HTTP reply: ${head.slice(0, 80)}`);
    status = Number(found);
    const length = LENGTH.exec(head)?.[1];
    left = Number(length ?? 0);
    if (CHUNKED.test(head)) reading = 'chunkSize';
    else if (length === undefined) throw new Error('a reply without a length');
    else if (left === 0) end();
    else reading = 'body';
    return true;
  }

  function readChunkSize(): boolean {
    const size = takeTo('\r\n');
    if (size === undefined) return false;
    // The line break that ends the chunk before.
    if (size === '') return true;
    if (!/^[0-9a-f]+$/i.test(size)) throw new Error(`no chunk's size: ${size.slice(0, 80)}`);
    left = Number.parseInt(size, 16);
    reading = left === 0 ? 'lastLine' : 'chunk';
    return true;
  }

  function readBody(): boolean {
    if (pending.length === 0) return false;
    const bytes = pending.subarray(0, left);
    pending = pending.subarray(bytes.length);
    left -= bytes.length;
    onBody(bytes);
    if (left > 0) return false;
    if (reading === 'body') end();
    else reading = 'chunkSize';
    return true;
  }

  function readLastLine(): boolean {
    if (takeTo('\r\n') === undefined) return false;
    end();
    return true;
  }

  function end(): void {
    reading = 'head';
    onEnd(status);
  }

  return {
    write(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      while (pending.length > 0 && steps[reading]());
    },
  };
}
