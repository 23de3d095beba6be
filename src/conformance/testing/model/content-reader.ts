import { inflateRawSync, inflateSync } from 'node:zlib';
import { type Form, Refusal } from './exchange.ts';

/** The text of `data`: decompressed as `compression` says, then decoded. Empty without `data`, and for bzip2. */
export function readContent(form: Form): string {
  const data = form.get('data');
  if (!data) return '';
  const xml = decodeText(decompress(data, form.get('compression')?.toString().trim() ?? ''));
  return xml.replace(/^\uFEFF/, '');
}

function decompress(data: Buffer, compression: string): Buffer {
  try {
    if (compression === '1') return inflateSync(data);
    if (compression === '3') return inflateRawSync(data);
  } catch (cause) {
    throw new Refusal(`data illisible : ${cause instanceof Error ? cause.message : cause}`);
  }
  if (compression === '2') return checkBzip2(data);
  if (compression !== '' && compression !== '0') throw new Refusal(`compression inconnue : ${compression}`);
  return data;
}

/**
 * Node reads no bzip2, and no reply of a shop tells what stood in a price list: it is enough that the stream begins
 * with its magic and ends with the end-of-stream marker, its checksum, and up to seven bits of padding.
 */
function checkBzip2(data: Buffer): Buffer {
  const tail = BigInt(`0x${data.subarray(-11).toString('hex') || '0'}`);
  const ends = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n].some(
    (padding) => ((tail >> (32n + padding)) & 0xffffffffffffn) === 0x177245385090n,
  );
  if (data.subarray(0, 3).toString('latin1') !== 'BZh' || !ends) throw new Refusal('data illisible : bzip2');
  return Buffer.alloc(0);
}

/** UTF-8, else Windows-1252. */
function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
