import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { JPEG, PNG } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { save, theliaBench } from './thelia-bench.ts';
import { createTheliaSite, theliaOptions } from './thelia-site.ts';

const server = await mariadb('images of Thelia');
const site = server && (await createTheliaSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('images in Thelia’s folder', () => {
  if (!site) return;
  const { open } = theliaBench(site);
  const { query } = site;
  const openWithFolder = async () => {
    const options = theliaOptions(site, temporaryFolder());
    const folder = join(options.settings.siteFolder ?? '', 'client/gfx/photos/produit');
    return { shop: await open(options), folder };
  };
  const images = () => query('SELECT fichier, classement FROM image ORDER BY id');
  const age = (folder: string) => {
    for (const file of readdirSync(folder)) utimesSync(join(folder, file), new Date(0), new Date(0));
  };

  it('an image is a file of Thelia’s and a row that names it, behind those that a person put there', async () => {
    const { shop, folder } = await openWithFolder();
    await save(shop, { reference: 'A' });
    await query("INSERT INTO image (produit, fichier, classement) SELECT id, 'main_1.jpg', 1 FROM produit");
    await save(shop, { reference: 'A', image: PNG }, 'update_product');
    const [, own] = await images();
    expect(own).toEqual({ fichier: expect.stringMatching(/^[0-9a-f]{40}\.png$/), classement: 2 });
    expect(Uint8Array.from(readFileSync(join(folder, String(own?.fichier))))).toEqual(PNG.bytes);
    await save(shop, { reference: 'A', image: null }, 'update_product');
    expect(await images()).toEqual([{ fichier: 'main_1.jpg', classement: 1 }]);
  });

  it('a file goes once neither a product nor a variant shows it', async () => {
    const { shop, folder } = await openWithFolder();
    await save(shop, { reference: 'A', image: PNG });
    await save(shop, {
      reference: 'P',
      variants: [{ reference: 'V', axes: [{ name: 'T', value: 'L' }], fields: {} }],
    });
    await save(shop, { reference: 'V', image: PNG }, 'update_option');
    age(folder);
    await save(shop, { reference: 'A', image: JPEG }, 'update_product');
    expect(readdirSync(folder).length).toBe(2);
    await save(shop, { reference: 'V', image: null }, 'update_option');
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.jpg$/)]);
  });

  it('a product that becomes a variant keeps its image, also once a person has deleted the product', async () => {
    const { shop } = await openWithFolder();
    await save(shop, { reference: 'V', image: PNG });
    await save(shop, {
      reference: 'P',
      variants: [{ reference: 'V', axes: [{ name: 'T', value: 'L' }], fields: {} }],
    });
    await query("DELETE FROM produit WHERE ref = 'V'");
    await query('DELETE FROM image');
    const sha256 = (await shop.reader.product('V'))?.image?.sha256 ?? '';
    expect(Uint8Array.from((await shop.reader.blob(sha256)) ?? [])).toEqual(PNG.bytes);
  });

  it('without the site’s folder none is kept, with a warning', async () => {
    const shop = await open({ settings: {} });
    const { warnings } = await save(shop, { reference: 'A', image: PNG });
    expect(warnings).toMatchObject([{ reason: 'field_not_kept', field: 'image' }]);
  });
});
