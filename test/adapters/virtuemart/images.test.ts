import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { JPEG, PNG } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { save, virtuemartBench } from './virtuemart-bench.ts';
import { createVirtuemartSite, IMAGES, NEEDED_SETTINGS, virtuemartOptions } from './virtuemart-site.ts';

const server = await mariadb('images of VirtueMart');
const site = server && (await createVirtuemartSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('images in VirtueMart’s folder', () => {
  if (!site) return;
  const { open } = virtuemartBench(site);
  const { query } = site;

  const openWithFolder = async () => {
    const options = virtuemartOptions(site, temporaryFolder());
    const folder = join(options.settings.siteFolder ?? '', IMAGES);
    return { shop: await open(options), folder };
  };
  const files = () =>
    query<{ file_url: string; ordering: number; file_type: string }>(
      `SELECT file_url, file_type, file_mimetype, published, ordering FROM #__virtuemart_medias
        JOIN #__virtuemart_product_medias USING (virtuemart_media_id) ORDER BY id`,
    );
  const nameOf = (url = '') => url.slice(IMAGES.length + 1);

  it('an image is a file of VirtueMart’s and a row that names it', async () => {
    const { shop, folder } = await openWithFolder();
    await save(shop, { reference: 'A', image: PNG });
    const [file] = await files();
    expect(file).toMatchObject({
      ordering: 1,
      file_type: 'product',
      file_mimetype: 'image/png',
      published: 1,
    });
    expect(file?.file_url).toMatch(/^images\/virtuemart\/product\/[0-9a-f]{40}\.png$/);
    expect(Uint8Array.from(readFileSync(join(folder, nameOf(file?.file_url))))).toEqual(PNG.bytes);
    expect(await query('SELECT has_medias FROM #__virtuemart_products')).toEqual([{ has_medias: 1 }]);
  });

  it('the next one takes its place; an old file goes once nothing shows it', async () => {
    const { shop, folder } = await openWithFolder();
    await save(shop, { reference: 'A', image: PNG });
    await save(shop, { reference: 'B', image: PNG });
    const [png = ''] = readdirSync(folder);
    utimesSync(join(folder, png), new Date(0), new Date(0));
    await save(shop, { reference: 'A', image: JPEG }, 'update_product');
    expect(readdirSync(folder).length).toBe(2);
    await save(shop, { reference: 'B', image: null }, 'update_product');
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.jpg$/)]);
    expect((await files()).map(({ file_url }) => file_url)).toEqual([expect.stringMatching(/\.jpg$/)]);
  });

  it('images that a person added stay, and stay first', async () => {
    const { shop } = await openWithFolder();
    await save(shop, { reference: 'A' });
    const id = Number((await shop.reader.product('A'))?.id);
    await query(
      "INSERT INTO #__virtuemart_medias (virtuemart_media_id, file_type, file_url) VALUES (5, 'product', 'x.jpg')",
    );
    await query(
      'INSERT INTO #__virtuemart_product_medias (virtuemart_product_id, virtuemart_media_id, ordering) VALUES (?, 5, 3)',
      [id],
    );
    await save(shop, { reference: 'A', image: PNG }, 'update_product');
    expect((await files()).map(({ ordering }) => ordering)).toEqual([3, 4]);
    await save(shop, { reference: 'A', image: null }, 'update_product');
    expect((await files()).map(({ file_url }) => file_url)).toEqual(['x.jpg']);
  });

  it('an image that somebody deleted in VirtueMart comes back with the next message', async () => {
    const { shop } = await openWithFolder();
    await save(shop, { reference: 'A', image: PNG });
    await query('DELETE FROM #__virtuemart_medias');
    expect((await save(shop, { reference: 'A', image: PNG }, 'update_product')).outcome).toBe('updated');
    expect((await files()).length).toBe(1);
  });

  it('without the site’s folder none is kept, with a warning', async () => {
    const shop = await open({ settings: NEEDED_SETTINGS });
    const { warnings } = await save(shop, { reference: 'A', image: PNG });
    expect(warnings).toMatchObject([{ reason: 'field_not_kept', field: 'image' }]);
  });
});
