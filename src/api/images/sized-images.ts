import type { ImageCache } from './image-cache.ts';
import { createResize, type Resize, resizedType } from './resize.ts';
import type { Original, SizedImage, SizedImages } from './types.ts';

/** What several callers ask for at the same time is made once. */
export function createSizedImages(cache: ImageCache, resize: Resize = createResize()): SizedImages {
  const underWay = new Map<string, Promise<SizedImage>>();

  async function make({ sha256, type, bytes }: Original, width: number): Promise<SizedImage> {
    const name = `${sha256}-${width}`;
    const kept = await cache.read(name);
    const made = resizedType(type);
    if (kept && made) return { type: made, bytes: kept };
    const image = await resize({ type, bytes: await bytes() }, width);
    await cache.write(name, image.bytes);
    return image;
  }

  return (original, width) => {
    const name = `${original.sha256}-${width}`;
    const known = underWay.get(name);
    if (known) return known;
    const making = make(original, width).finally(() => underWay.delete(name));
    underWay.set(name, making);
    return making;
  };
}
