import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CmsOptions } from '../../../src/adapters/cms-shop.ts';
import type { CmsSettings } from '../../../src/adapters/settings.ts';
import type { MysqlServer } from '../../support/mysql-server.ts';
import { type CmsSite, createSite } from '../cms-site.ts';

/** A shop in France on Joomla, whose texts are in French and English. */
export const createVirtuemartSite = (server: MysqlServer): Promise<CmsSite> =>
  createSite(server, {
    cms: 'virtuemart',
    prefix: 'x7k2_',
    schema: new URL('./schema.sql', import.meta.url),
    content: new URL('./content.sql', import.meta.url),
  });

/** What has to be configured. */
export const NEEDED_SETTINGS: CmsSettings = { defaultCategory: ['Divers'] };

/** Everything that a shop can be configured to keep. */
const ALL_SETTINGS: CmsSettings = {
  ...NEEDED_SETTINGS,
  priceLevels: { 2: 'Tarif 2', 3: 'Tarif 3', 4: 'Tarif 4', 5: 'Tarif 5' },
};

export const IMAGES = 'images/virtuemart/product';

export function virtuemartOptions(
  { url }: CmsSite,
  folder: string,
  changes: Partial<CmsOptions> = {},
): CmsOptions {
  mkdirSync(join(folder, 'site', IMAGES), { recursive: true });
  return {
    url,
    settings: { ...ALL_SETTINGS, siteFolder: join(folder, 'site') },
    blobs: join(folder, 'blobs'),
    timeZone: 'UTC',
    ...changes,
  };
}
