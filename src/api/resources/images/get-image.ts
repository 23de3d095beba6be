import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { IMAGE_TYPES } from '../../../domain/product.ts';
import type { ShopReader } from '../../../shop/reader.ts';
import { madeWidth, WIDEST } from '../../images/widths.ts';
import { shaped } from '../../input/shapes.ts';
import { defineRoute } from '../../route.ts';
import { partOf } from '../part-of.ts';

/** What has that name never changes. */
const FOR_EVER = 'private, max-age=31536000, immutable';

export const getImage = defineRoute({
  method: 'get',
  path: '/images/{sha256}',
  scope: 'catalogue',
  tag: 'Images',
  summary: 'A product’s image, as it came or made smaller',
  description:
    'Named by its content, so that it may be kept for ever. A width is rounded up to one of those that are made; an image that is ' +
    'narrower stays as wide as it is. TIFF becomes JPEG.',
  params: z.strictObject({
    sha256: shaped('sha256').describe('As `image` of a product tells it.'),
  }),
  query: z.strictObject({
    width: z.int().min(1).max(WIDEST).exactOptional().describe('In pixels. Absent: the image as it came.'),
  }),
  reply: z.file(),
  fileTypes: IMAGE_TYPES,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { sha256 }, query: { width }, parts, images }) {
    const type = await partOf(parts.catalogue, 'reading_unsupported').imageType(sha256);
    const { reader } = parts;
    if (!reader || type === undefined) throw unknown(sha256);
    const original = { sha256, type, bytes: () => bytesOf(reader, sha256) };
    const made = width && madeWidth(width);
    const image = made ? await images(original, made) : { type, bytes: await original.bytes() };
    return {
      content: new File([image.bytes], sha256, { type: image.type }),
      headers: { 'cache-control': FOR_EVER, etag: `"${sha256}${made ? `-${made}` : ''}"` },
    };
  },
});

const unknown = (sha256: string) => fail('record_unknown', { entity: 'image', record: sha256 });

async function bytesOf(reader: ShopReader, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await reader.blob(sha256);
  if (bytes) return Uint8Array.from(bytes);
  throw unknown(sha256);
}
