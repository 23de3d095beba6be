import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file so that it is on the disk when this resolves; its name is so only after syncFolder. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder durable: files that were made, renamed or removed. Windows does so by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Readers see the old file or the whole new one, never a part, also after a power cut. */
export async function replaceDurably(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  await writeDurably(part, bytes);
  await rename(part, path);
  await syncFolder(dirname(path));
}

/** Makes a folder with all above it, their names durable. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** A hidden name beside a file: no program that takes `*.csv` sees it. */
export const hiddenBeside = (folder: string, name: string): string => join(folder, `.${name}.pending`);
