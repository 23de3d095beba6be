import { databaseKindOf } from '../database-kinds.ts';
import type { StoreOptions } from '../options.ts';
import { copySnapshot } from './copy-store.ts';

/**
 * The store as it is now, in a new SQLite file; whoever writes meanwhile does not wait, and the store is only read. Images
 * and documents stay where they are. Rejects as `openStore` does, and with `unsupported` where a store is only in memory.
 */
export async function copyToFile(source: StoreOptions, file: string): Promise<void> {
  const { backUp } = databaseKindOf(source.url);
  if (backUp) await backUp(source.url, file);
  else await copySnapshot(source, { url: `sqlite:${file}`, blobFolder: source.blobFolder });
}
