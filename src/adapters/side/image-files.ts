import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../domain/error.ts';
import type { Image, ImageType } from '../../domain/product.ts';
import { saveFile } from '../../store/blobs.ts';

/** An image that stands in its file. */
export interface PlacedImage {
  readonly file: string;
  readonly sha256: string;
  readonly type: ImageType;
}

const ENDINGS: Readonly<Record<ImageType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
};

/** Only names that we made, and those that a CMS makes, ever become a path. */
const FILE_NAME = /^[\w][\w.-]*$/;

/** The file's name, which tells its content. */
export const imageFile = (sha256: string, type: ImageType): string =>
  `${sha256.slice(0, 40)}.${ENDINGS[type]}`;

/** The CMS's folder of images. Rejects with `cms_folder_unwritable`. */
export async function requireImageFolder(folder: string): Promise<string> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    throw fail('cms_folder_unwritable', { field: 'cms.siteFolder', value: folder }, error);
  }
}

/** Puts an image into the CMS's folder before any row names it. Its name is its content's, so that no thumbnail is an old one's. */
export async function placeImage(folder: string, { type, bytes }: Image): Promise<PlacedImage> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = imageFile(sha256, type);
  const path = join(folder, file);
  await saveFile(path, bytes);
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
  return { file, sha256, type };
}

/** Younger than this, a file may be meant for a row that is not committed yet. */
const SETTLED_MS = 60_000;

/** Removes a file unless something shows it. What cannot be removed does no harm. */
export async function sweepFile(
  folder: string,
  file: string,
  isShown: () => Promise<boolean>,
): Promise<void> {
  if (!FILE_NAME.test(file) || (await isShown())) return;
  const path = join(folder, file);
  const placed = await stat(path).catch(() => undefined);
  if (placed && Date.now() - placed.mtimeMs > SETTLED_MS) await rm(path, { force: true }).catch(() => {});
}

/** Undefined where the file is gone, or is none of the folder's own. */
export async function readImageFile(folder: string, file: string): Promise<Uint8Array | undefined> {
  return FILE_NAME.test(file) ? readFile(join(folder, file)).catch(() => undefined) : undefined;
}
