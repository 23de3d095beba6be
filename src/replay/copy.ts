import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShop } from '../composition/open-shop.ts';
import type { OpenedShop } from '../composition/opened-shop.ts';
import type { ShopSpec } from '../composition/shop-spec.ts';
import { fail } from '../domain/error.ts';
import { shownUrl } from '../domain/shown-url.ts';
import { copyToFile } from '../store/copy/copy-to-file.ts';
import { isDatabaseUrl } from '../store/database-kinds.ts';

/** A folder for the time of `work`, which nobody else may read. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-replay-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Opens a copy of the shop as it is now in `folder`, with the same capabilities and decorators; images and files that it
 * does not write itself are read from the original. Its journal keeps everything, or nobody would see what a replay does.
 * Rejects with `copy_unsupported` for a shop on somebody else's tables.
 */
export async function openCopy(spec: ShopSpec, folder: string): Promise<OpenedShop> {
  const { url, store } = spec;
  if (!isDatabaseUrl(url)) throw fail('copy_unsupported', { value: shownUrl(url) });
  const file = join(folder, 'copy.sqlite');
  await copyToFile({ ...store, url }, file);
  const blobFolder = { folder: join(folder, 'blobs'), over: store.blobFolder };
  return openShop({ ...spec, url: `sqlite:${file}`, store: { ...store, blobFolder, record: 'everything' } });
}
