import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CmsOptions } from '../../../src/adapters/cms-shop.ts';
import type { DatabaseServer } from '../../support/databases.ts';
import { type CmsSite, createSite } from '../cms-site.ts';

const IMAGES = 'client/gfx/photos/produit';

/** A shop in France, in French, English and Spanish. Thelia's tables have no prefix. */
export const createTheliaSite = (server: DatabaseServer): Promise<CmsSite> =>
  createSite(server, {
    cms: 'thelia',
    prefix: '',
    schema: new URL('./schema.sql', import.meta.url),
    content: new URL('./content.sql', import.meta.url),
  });

export function theliaOptions(
  { url }: CmsSite,
  folder: string,
  changes: Partial<CmsOptions> = {},
): CmsOptions {
  mkdirSync(join(folder, 'site', IMAGES), { recursive: true });
  return {
    url,
    settings: { siteFolder: join(folder, 'site') },
    blobs: join(folder, 'blobs'),
    timeZone: 'UTC',
    ...changes,
  };
}
