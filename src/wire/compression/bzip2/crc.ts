/** bzip2's CRC-32: zlib's polynomial, highest bit first. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 24;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder < 0 ? (remainder << 1) ^ 0x04c11db7 : remainder << 1;
  return remainder;
});

/** Starts with -1; the checksum is the complement of the last state. */
export function updateCrc(state: number, bytes: Uint8Array): number {
  let crc = state;
  for (const byte of bytes) crc = (crc << 8) ^ (TABLE[(crc >>> 24) ^ byte] ?? 0);
  return crc;
}

/** The checksum of a stream so far with that of its next block. */
export const combineCrc = (stream: number, block: number): number =>
  ((stream << 1) | (stream >>> 31)) ^ block;
