import { fail } from '../../domain/error.ts';
import type { ImageType } from '../../domain/product.ts';
import { loadSharp, type MakeSharp } from './load-sharp.ts';
import { createTurns } from './turns.ts';
import type { SizedImage } from './types.ts';

/** Rejects with `image_unreadable`, or `resizing_unavailable` where the package for it is missing. */
export type Resize = (image: SizedImage, width: number) => Promise<SizedImage>;

/** A small file may claim to be a huge picture: 40 megapixels take 160 MB once unpacked. */
const MOST_PIXELS = 40_000_000;
const LONGEST_SECONDS = 10;
/** Each works on threads of its own and holds a whole picture. */
const AT_ONCE = 2;

/** What a type is made into: what browsers show. Undefined: it cannot be read. */
const MADE_INTO: Readonly<Record<ImageType, 'jpeg' | 'png' | 'webp' | 'gif' | undefined>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'jpeg',
  'image/bmp': undefined,
};

/** The type of an image once it has been made smaller. */
export const resizedType = (type: ImageType): ImageType | undefined => {
  const format = MADE_INTO[type];
  return format && `image/${format}`;
};

export function createResize(load: () => Promise<MakeSharp> = loadSharp): Resize {
  const inTurn = createTurns(AT_ONCE);
  return async ({ type, bytes }, width) => {
    const format = MADE_INTO[type];
    const made = resizedType(type);
    if (!format || !made) throw fail('image_unreadable', { value: type });
    const sharp = await load();
    return inTurn(async () => {
      const pipeline = sharp(bytes, { limitInputPixels: MOST_PIXELS, sequentialRead: true, autoOrient: true })
        .resize({ width, withoutEnlargement: true })
        .toFormat(format)
        .timeout({ seconds: LONGEST_SECONDS });
      const resized = await pipeline.toBuffer().catch((error: unknown) => {
        throw fail('image_unreadable', { value: type }, error);
      });
      return { type: made, bytes: Uint8Array.from(resized) };
    });
  };
}
