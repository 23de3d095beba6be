import type { ImageType } from '../../domain/product.ts';

export interface SizedImage {
  readonly type: ImageType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Original {
  readonly sha256: string;
  readonly type: ImageType;
  /** Read only where nothing is kept. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The image in that width, or as it is where it is narrower. Rejects with `image_unreadable`, or `resizing_unavailable`
 * where the package for it is missing.
 */
export type SizedImages = (original: Original, width: number) => Promise<SizedImage>;
