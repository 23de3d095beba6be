import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShop } from '../composition/open-shop.ts';
import type { OpenedShop } from '../composition/opened-shop.ts';
import type { ShopSpec } from '../composition/shop-spec.ts';
import { fail } from '../domain/error.ts';
import { shownUrl } from '../domain/shown-url.ts';
import { copyToFile } from '../store/copy/copy-to-file.ts';
import { isDatabaseUrl } from '../store/database-kinds.ts';

/** A folder that nobody else may read, until it is removed. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function temporaryFolder(parent = tmpdir()): Promise<TemporaryFolder> {
  await mkdir(parent, { recursive: true });
  const path = await mkdtemp(join(parent, 'passerelle-replay-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Throws `copy_unsupported` for a shop on somebody else's tables. */
export function requireCopyable({ url }: Pick<ShopSpec, 'url'>): void {
  if (!isDatabaseUrl(url)) throw fail('copy_unsupported', { value: shownUrl(url) });
}

/**
 * Opens a copy of the shop as it is now in `folder`, with the same capabilities and decorators; images and files that it
 * does not write itself are read from the original. Its journal keeps everything, or nobody would see what a replay does.
 * Rejects with `copy_unsupported`.
 */
export async function openCopy(spec: ShopSpec, folder: string): Promise<OpenedShop> {
  const { url, store } = spec;
  requireCopyable(spec);
  const file = join(folder, 'copy.sqlite');
  await copyToFile({ ...store, url }, file);
  const blobFolder = { folder: join(folder, 'blobs'), over: store.blobFolder };
  return openShop({ ...spec, url: `sqlite:${file}`, store: { ...store, blobFolder, record: 'everything' } });
}
