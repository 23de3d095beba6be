import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireImageFolder } from '../../side/image-files.ts';

/** Where images of products are, from the site's folder on: today, and as VirtueMart 2 had it. */
const FOLDERS = ['images/virtuemart/product/', 'images/stories/virtuemart/product/'] as const;

export interface ImageFolder {
  /** On this machine. */
  readonly path: string;
  /** As VirtueMart writes it before a file's name. */
  readonly url: string;
}

/** Where VirtueMart's images are, where the site's folder is known. Rejects with `cms_folder_unwritable`. */
export async function readImageFolder(siteFolder: string | undefined): Promise<ImageFolder | undefined> {
  if (siteFolder === undefined) return undefined;
  const url = FOLDERS.find((folder) => existsSync(join(siteFolder, folder))) ?? FOLDERS[0];
  return { path: await requireImageFolder(resolve(siteFolder, url)), url };
}
