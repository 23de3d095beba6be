import type { Image, ProductChange } from '../../domain/product.ts';

/** An article without its picture's bytes: what JSON can say of it. */
export interface PackedArticle extends Omit<ProductChange, 'image'> {
  readonly image?: Pick<Image, 'type'> | null;
}

export interface Packed {
  readonly article: PackedArticle;
  readonly bytes?: Uint8Array;
}

export function packArticle(change: ProductChange): Packed {
  const { image, ...article } = change;
  if (image === undefined) return { article };
  if (image === null) return { article: { ...article, image } };
  return { article: { ...article, image: { type: image.type } }, bytes: image.bytes };
}

export function unpackArticle({ article, bytes }: Packed): ProductChange {
  const { image, ...change } = article;
  if (image === undefined) return change;
  return { ...change, image: image && { type: image.type, bytes: bytes ?? new Uint8Array() } };
}
