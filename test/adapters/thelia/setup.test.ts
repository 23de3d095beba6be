import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { CmsSettings } from '../../../src/adapters/settings.ts';
import { openShop } from '../../../src/composition/open-shop.ts';
import { mariadb } from '../../support/databases.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { save, theliaBench } from './thelia-bench.ts';
import { createTheliaSite, theliaOptions } from './thelia-site.ts';

const server = await mariadb('setting up Thelia');
const site = server && (await createTheliaSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('setting up beside a running Thelia', () => {
  if (!site) return;
  const { open } = theliaBench(site);
  const { query } = site;
  afterEach(() => site.reset());
  const refusal = (reason: string, facts: object = {}) => ({ problem: { reason, ...facts } });

  async function doctor(
    changes: { cms?: CmsSettings; states?: readonly string[]; language?: 'en' | 'fr' } = {},
  ) {
    const { cms, states, language = 'en' } = changes;
    const folder = temporaryFolder();
    const shop = { store: site?.url, ...(cms && { cms }), ...(states && { importableStates: states }) };
    writeFileSync(join(folder, 'passerelle.config.json'), JSON.stringify({ shops: [shop] }));
    const result = await runCommand(['doctor', '--lang', language], { folder });
    return { ...result, lines: result.output.trimEnd().split('\n') };
  }

  it('needs no setting: language, currency and states are the shop’s own', async () => {
    const shop = await open({ url: site.url.replace(/\?.*/, ''), settings: {} });
    await save(shop, { reference: 'A' });
    expect(shop.shop.capabilities).toMatchObject({ images: false, orderHistory: false });
  });

  it.each([
    ['cms.currency', { currency: 'USD' }, 'EUR'],
    ['cms.language', { language: 'de-DE' }, 'fr, en, es'],
    ['cms.defaultCategory', { defaultCategory: ['Jouets', 'Bois'] }, ''],
    ['finalState', { finalState: 'exporté' }, expect.stringContaining('4 (envoye)')],
  ])('%s of which the shop knows nothing is refused, with what it has', async (field, settings, expected) => {
    await expect(open({ settings })).rejects.toMatchObject(
      refusal('cms_setting_unknown', { field, expected }),
    );
  });

  it.each([
    ['cms.priceLevels.2', { priceLevels: { 2: 'Revendeurs' } }],
    ['cms.customerGroups', { customerGroups: ['VIP'] }],
    ['cms.taxZone', { taxZone: 'FR' }],
  ])(
    '%s, which means nothing to Thelia, is refused: nobody shall believe that it works',
    async (field, settings) => {
      await expect(open({ settings })).rejects.toMatchObject(refusal('cms_setting_unused', { field }));
    },
  );

  it('states are told by their numbers', async () => {
    await expect(open({ importableStates: ['2', 'paye'] })).rejects.toMatchObject(
      refusal('cms_setting_unknown', { field: 'importableStates', value: 'paye' }),
    );
  });

  it('tables without transactions are refused with what to do: Thelia makes such ones', async () => {
    await query('ALTER TABLE produit ENGINE=MyISAM');
    try {
      await expect(open()).rejects.toMatchObject(refusal('cms_table_engine', { value: 'produit' }));
    } finally {
      await query('ALTER TABLE produit ENGINE=InnoDB');
    }
  });

  it('a prefix that no table has is told', async () => {
    await expect(open({ url: `${site.url.replace(/\?.*/, '')}?prefix=x_` })).rejects.toMatchObject(
      refusal('cms_tables_missing', { value: expect.stringContaining('x_produit') }),
    );
  });

  it('makes its side tables and touches nothing of Thelia’s', async () => {
    const columns = async () =>
      query(
        "SELECT table_name, column_name, column_type, column_key FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name NOT LIKE 'passerelle%' ORDER BY 1, 2",
      );
    const before = await columns();
    await open();
    expect(await columns()).toEqual(before);
  });

  it('is opened by its URL, with journal and keys in a store of ours beside it', async () => {
    const folder = temporaryFolder();
    const { settings } = theliaOptions(site, folder);
    const opened = await openShop({
      url: site.url,
      sideUrl: `sqlite:${join(folder, 'side.sqlite')}`,
      store: { blobFolder: join(folder, 'blobs') },
      cms: settings,
      decorators: [],
    });
    await opened.shop.saveProduct({ reference: 'A', fields: { name: 'x' } }, 'add_product');
    expect((await opened.reader?.product('A'))?.fields.name).toBe('x');
    await opened.close();
  });

  describe('passerelle doctor', () => {
    it('finds nothing in a new site, nor in what Passerelle made', async () => {
      expect(await doctor()).toMatchObject({
        exitCode: 0,
        output: 'Nothing is wrong with shop.\n',
        errors: '',
      });
      const shop = await open();
      const variants = [{ reference: 'P-L', axes: [{ name: 'T', value: 'L' }], fields: {} }];
      await save(shop, { reference: 'P', categoryPath: ['A', 'B'], variants });
      await save(shop, { reference: 'LATE', parent: 'NOT-YET' }, 'add_option');
      expect((await doctor()).lines).toEqual(['Nothing is wrong with shop.']);
    });

    it('names every error of the settings at once', async () => {
      const cms = { currency: 'USD', taxZone: 'FR', siteFolder: '/nowhere' };
      const { exitCode, lines } = await doctor({ cms, states: ['payé'] });
      expect(exitCode).toBe(1);
      expect(lines).toEqual([
        'error: "cms.taxZone" means nothing to this CMS, which has no such thing: remove the setting.',
        'error: "cms.currency" is "USD", which the shop does not have. It has: EUR.',
        expect.stringMatching(/^error: The folder \/nowhere\/client\/gfx\/photos\/produit/),
        expect.stringMatching(/^error: "importableStates" is "payé".*2 \(paye\)/),
        '4 errors, 0 remarks.',
      ]);
    });

    it('names what is strange in the records, in the merchant’s language', async () => {
      const shop = await open();
      const variants = ['P-L', 'P-M'].map((reference) => ({
        reference,
        axes: [{ name: 'T', value: reference }],
        fields: {},
      }));
      await save(shop, { reference: 'P', variants });
      await save(shop, {
        reference: 'Q',
        variants: [{ reference: 'Q-L', axes: [{ name: 'T', value: 'L' }], fields: {} }],
      });
      await query("DELETE FROM produit WHERE ref = 'Q'");
      await query('DELETE FROM stock ORDER BY id LIMIT 1');
      for (const ref of [' A1', 'A1'])
        await query('INSERT INTO produit SET ?', [{ ref, ligne: 1, rubrique: 99, ecotaxe: 0 }]);
      const cells = {
        adrfact: 0,
        ref: 'C1',
        transaction: '',
        livraison: '',
        facture: '',
        devise: 1,
        taux: 1,
      };
      for (const id of [1, 2])
        await query('INSERT INTO commande SET ?', [{ id, ...cells, colis: '', lang: 1 }]);
      const { exitCode, lines } = await doctor({ language: 'fr' });
      expect(exitCode).toBe(0);
      const beginnings = [
        'remarque : produit  A1 : référence vide ou entourée d’espaces',
        'remarque : produit A1 : 2 enregistrements ont cette référence',
        'remarque : produit  A1 : publié mais dans aucune catégorie',
        'remarque : produit A1 : publié mais dans aucune catégorie',
        'remarque : commande C1 : 2 commandes portent ce numéro',
        'remarque : déclinaison Q-L : déclinaison sans parent',
        'remarque : déclinaison P-L : déclinaison sans aucune valeur d’axe',
        '0 erreur, 7 remarques.',
      ];
      expect(lines.map((line, index) => line.slice(0, beginnings[index]?.length))).toEqual(beginnings);
    });
  });
});
