const END = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');

/** Bytes of an entry of the directory, before its name. */
const ENTRY_LENGTH = 46;

/**
 * Bytes that a ZIP file says it unpacks to (APPNOTE 4.3.12), before anything is unpacked; 0 for what is none. Sizes in
 * 64 bits count as 4 GiB.
 */
export function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || end + 20 > bytes.length) return 0;
  let total = 0;
  for (let at = bytes.readUInt32LE(end + 16); isEntry(bytes, at); at += entryLength(bytes, at))
    total += bytes.readUInt32LE(at + 24);
  return total;
}

const isEntry = (bytes: Buffer, at: number): boolean =>
  at + ENTRY_LENGTH <= bytes.length && bytes.subarray(at, at + 4).equals(ENTRY);

/** With its name, its extra fields and its comment. */
const entryLength = (bytes: Buffer, at: number): number =>
  ENTRY_LENGTH + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
