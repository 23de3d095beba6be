import { resolve } from 'node:path';
import { requireImageFolder } from '../../side/image-files.ts';
import type { HikashopSql } from '../tables.ts';
import { readConfig } from './config.ts';

const BY_DEFAULT = 'media/com_hikashop/upload/';

/** Where HikaShop's images are, where the site's folder is known. Rejects with `cms_folder_unwritable`. */
export async function readImageFolder(
  sql: HikashopSql,
  siteFolder: string | undefined,
): Promise<string | undefined> {
  if (siteFolder === undefined) return undefined;
  return requireImageFolder(resolve(siteFolder, (await readConfig(sql, 'uploadfolder')) ?? BY_DEFAULT));
}
