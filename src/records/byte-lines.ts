export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without its line break; undefined when the line is longer than the limit. */
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Cuts bytes into lines, as many at once as a chunk completes. Works on UTF-8 and on any single-byte encoding. A line
 * that is too long is passed over without being kept.
 */
export async function* linesFromBytes(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<readonly ByteLine[]> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const finish = (): ByteLine => {
    const line = { number: number++, bytes: length > longest ? undefined : withoutReturn(joined(parts)) };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: ByteLine[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      add(bytes.subarray(start, end));
      lines.push(finish());
      start = end + 1;
    }
    if (start < bytes.length) add(bytes.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [finish()];
}

/** One part is the common case and needs no copy. */
const joined = (parts: readonly Buffer[]): Buffer =>
  parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);

const withoutReturn = (line: Buffer): Buffer => (line.at(-1) === RETURN ? line.subarray(0, -1) : line);
