import type { Image, ImageType } from '../domain/product.ts';
import { decodeBase64, latin1 } from './base64.ts';

/** A picture that came as bytes, as base64 or as a data URI, known by its first bytes. Undefined when it is none. */
export function readImage(source: Uint8Array | string): Image | undefined {
  if (typeof source === 'string') return imageFromBytes(decodeBase64(source));
  return imageFromBytes(source) ?? imageFromBytes(decodeBase64(latin1(source)));
}

function imageFromBytes(bytes: Uint8Array | undefined): Image | undefined {
  const type = bytes && imageType(bytes);
  return type && bytes ? { type, bytes } : undefined;
}

function imageType(bytes: Uint8Array): ImageType | undefined {
  const head = latin1(bytes.subarray(0, 32));
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'image/tiff';
  return isBitmap(head) ? 'image/bmp' : undefined;
}

/** "BM" alone begins many a text: the reserved bytes must be zero and the header's size one of the known ones. */
function isBitmap(head: string): boolean {
  const headerSizes = [12, 40, 52, 56, 64, 108, 124];
  return head.startsWith('BM') && head.startsWith('\0\0\0\0', 6) && headerSizes.includes(head.charCodeAt(14));
}
