/** A value that PHP's `serialize` wrote. Numbers stay texts, so that none becomes a binary float; objects are maps. */
export type PhpValue = string | boolean | null | ReadonlyMap<string, PhpValue>;

const MOST_LEVELS = 20;

/** Reads what `serialize` wrote; undefined for anything else. No object comes to life: all are maps of their fields. */
export function parsePhpSerialized(text: string): PhpValue | undefined {
  const reader = { bytes: Buffer.from(text), at: 0 };
  try {
    return readValue(reader, 0);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

/** Lengths count bytes, so that bytes are read. */
interface Reader {
  readonly bytes: Buffer;
  at: number;
}

function readValue(reader: Reader, level: number): PhpValue {
  if (level > MOST_LEVELS) throw new Unreadable();
  const kind = take(reader, 2);
  if (kind === 'N;') return null;
  if (kind === 'b:') return takeUntil(reader, ';') === '1';
  if (kind === 'i:' || kind === 'd:') return takeUntil(reader, ';');
  if (kind === 's:') return readText(reader);
  if (kind === 'a:') return readMap(reader, level);
  if (kind === 'O:') {
    readText(reader, ':');
    return readMap(reader, level);
  }
  throw new Unreadable();
}

/** `5:"abcde";` */
function readText(reader: Reader, end = ';'): string {
  const length = readLength(reader);
  expect(reader, '"');
  const text = take(reader, length);
  expect(reader, `"${end}`);
  return text;
}

/** `2:{key value key value}` */
function readMap(reader: Reader, level: number): ReadonlyMap<string, PhpValue> {
  const count = readLength(reader);
  expect(reader, '{');
  const map = new Map<string, PhpValue>();
  for (let index = 0; index < count; index += 1) {
    const key = readValue(reader, level + 1);
    if (typeof key !== 'string') throw new Unreadable();
    map.set(key, readValue(reader, level + 1));
  }
  expect(reader, '}');
  return map;
}

function readLength(reader: Reader): number {
  const digits = takeUntil(reader, ':');
  if (!/^\d{1,9}$/.test(digits)) throw new Unreadable();
  return Number(digits);
}

function take(reader: Reader, length: number): string {
  const end = reader.at + length;
  if (end > reader.bytes.length) throw new Unreadable();
  const text = reader.bytes.toString('utf8', reader.at, end);
  reader.at = end;
  return text;
}

function takeUntil(reader: Reader, mark: string): string {
  const end = reader.bytes.indexOf(mark, reader.at);
  if (end < 0) throw new Unreadable();
  const text = reader.bytes.toString('utf8', reader.at, end);
  reader.at = end + mark.length;
  return text;
}

function expect(reader: Reader, mark: string): void {
  if (take(reader, mark.length) !== mark) throw new Unreadable();
}
