import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { JPEG, PNG } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { hikashopBench, save } from './hikashop-bench.ts';
import { createHikashopSite, hikashopOptions } from './hikashop-site.ts';

const server = await mariadb('images of HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('images in HikaShop’s folder', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const { query } = site;

  const openWithFolder = async () => {
    const options = hikashopOptions(site, temporaryFolder());
    const folder = join(options.settings.siteFolder ?? '', 'images/com_hikashop/upload');
    return { shop: await open(options), folder };
  };
  const files = () =>
    query<{ file_path: string; file_ordering: number; file_type: string }>(
      'SELECT file_path, file_ordering, file_type FROM #__hikashop_file ORDER BY file_id',
    );

  it('an image is a file of HikaShop’s and a row that names it', async () => {
    const { shop, folder } = await openWithFolder();
    await save(shop, { reference: 'A', image: PNG });
    const [file] = await files();
    expect(file).toMatchObject({ file_ordering: 0, file_type: 'product' });
    expect(file?.file_path).toMatch(/^[0-9a-f]{40}\.png$/);
    expect(Uint8Array.from(readFileSync(join(folder, file?.file_path ?? '')))).toEqual(PNG.bytes);
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
    expect((await files()).map(({ file_path }) => file_path)).toEqual([expect.stringMatching(/\.jpg$/)]);
  });

  it('images that a person added stay, and stay first', async () => {
    const { shop } = await openWithFolder();
    await save(shop, { reference: 'A' });
    const id = Number((await shop.reader.product('A'))?.id);
    await query(
      "INSERT INTO #__hikashop_file (file_name, file_description, file_path, file_type, file_ref_id, file_ordering) VALUES ('x', '', 'x.jpg', 'product', ?, 3)",
      [id],
    );
    await save(shop, { reference: 'A', image: PNG }, 'update_product');
    expect((await files()).map(({ file_ordering }) => file_ordering)).toEqual([3, 4]);
    await save(shop, { reference: 'A', image: null }, 'update_product');
    expect((await files()).map(({ file_path }) => file_path)).toEqual(['x.jpg']);
  });

  it('an image that somebody deleted in HikaShop comes back with the next message', async () => {
    const { shop } = await openWithFolder();
    await save(shop, { reference: 'A', image: PNG });
    await query('DELETE FROM #__hikashop_file');
    expect((await save(shop, { reference: 'A', image: PNG }, 'update_product')).outcome).toBe('updated');
    expect((await files()).length).toBe(1);
  });

  it('without the site’s folder none is kept, with a warning', async () => {
    const shop = await open({ settings: {} });
    const { warnings } = await save(shop, { reference: 'A', image: PNG });
    expect(warnings).toMatchObject([{ reason: 'field_not_kept', field: 'image' }]);
  });
});
