import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldedText } from '../../src/store/products/folded-text.ts';
import { findChromium } from '../support/chromium.ts';
import {
  goTo,
  HOSTILE,
  openPage,
  overflow,
  screenshot,
  seriousViolations,
  startConsole,
} from '../support/console.ts';
import { KEY } from '../support/endpoint.ts';
import { startReceiver } from '../support/receiver.ts';
import { temporaryFolder } from '../support/temporary.ts';

const executablePath = findChromium('The console');

const ADMIN = { name: 'camille', password: 'quatre mots sans rapport' };
const VIEWER = { name: 'lou', password: 'only to look at things' };
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

/** Every page of the menu, and one record of each kind. */
const PAGES = [
  ...['/shops', '/', '/exchanges', '/runs', '/holds', '/orders', '/catalogue', '/customers', '/documents'],
  ...[
    '/catalogue?off=notAvailable&sort=name',
    '/customers/1013',
    '/changes',
    '/webhooks',
    '/orders/5026?shop=nowhere',
  ],
  ...['/prices?reference=TSH0001-BLAN-M&quantity=12&group=Grossistes', '/prices?tab=conflicts'],
  ...['/orders/5026', '/catalogue/TSH0001', '/documents/FA17', '/connection', '/users', '/audit'],
];

describe.skipIf(!executablePath)('the console, in a browser', () => {
  const home = temporaryFolder(afterAll);
  let served: Awaited<ReturnType<typeof startConsole>>;
  let opened: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let exchange = '';
  let webhook = '';
  /** One that was refused. */
  let failed = '';

  beforeAll(async () => {
    await mkdir(join(home, 'shop'));
    await mkdir(join(home, 'erp'));
    served = await startConsole(join(home, 'shop'), executablePath ?? '');
    opened = await openPage(served.browser, { locale: 'fr-FR', viewport: DESKTOP });
    page = opened.page;
  }, 180_000);
  afterAll(() => served?.close());

  const visit = async (path: string): Promise<void> => {
    await page.goto(`${served.url}${path}`);
    await page.waitForLoadState('networkidle');
  };
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const text = async (selector: string): Promise<string> =>
    (await page.locator(selector).allInnerTexts()).join('\n').replace(/[\u00a0\u202f]/g, ' ');

  test('the first start makes an administrator, for who has the code', async () => {
    await visit('/');
    await heading('Bienvenue');
    expect(await seriousViolations(page)).toEqual([]);
    const fill = async (code: string) => {
      await page.getByLabel('Code d’installation').fill(code);
      await page.getByLabel('Nom d’utilisateur').fill(ADMIN.name);
      await page.getByRole('textbox', { name: 'Mot de passe' }).fill(ADMIN.password);
      await page.getByRole('button', { name: 'Créer le compte' }).click();
    };
    await fill('xxxx-xxxx-xxxx-xxxx');
    await page.getByRole('alert').waitFor();
    await fill(served.setupCode);
    await heading('Vue d’ensemble');
  });

  test('a session ends where it is ended, and a wrong password opens nothing', async () => {
    const signIn = async (password: string) => {
      await page.getByLabel('Nom d’utilisateur').fill(ADMIN.name);
      await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
      await page.getByRole('button', { name: 'Se connecter' }).click();
    };
    await page.getByRole('button', { name: ADMIN.name }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await heading('Se connecter');
    await signIn('not the password');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await signIn(ADMIN.password);
    await heading('Vue d’ensemble');
  });

  test('a run appears while one looks at the exchanges', async () => {
    await visit('/exchanges');
    const read = page.getByRole('link', { name: /^Lire une commande/ });
    expect(await read.count()).toBe(0);
    expect(await served.sync(join(home, 'erp'))).toMatchObject({ exitCode: 0 });
    await read.first().waitFor({ timeout: 15_000 });
    expect(await text('[role=status]')).toMatch(/nouveaux échanges/);
  });

  test('from the overview to the failed product, why it failed, and what to do', async () => {
    const row = (price: string) =>
      `<product><reference>TSH0001</reference><p_vente>${price}</p_vente></product>`;
    await served.send('update_product', row('abc'));
    await visit('/');
    await page.getByRole('link', { name: 'Mettre à jour un produit · TSH0001' }).first().click();
    await heading('Mettre à jour un produit · TSH0001');
    expect(await text('main')).toContain('« p_vente » vaut « abc »');
    expect(await text('main')).toContain('Corrigez la fiche dans l’ERP');
    await served.send('update_product', row('12.34'));
    await visit('/exchanges?reference=TSH0001');
    await page
      .getByRole('link', { name: /TSH0001/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Ce qui a changé dans la boutique' }).waitFor();
    expect(await text('main tbody')).toMatch(/Prix HT\s+15,75 €\s+12,34 €/);
    exchange = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await screenshot(page, 'console-exchange.fr');
  });

  test('a failed product is corrected in the editor, tried on a copy, and sent for real', async () => {
    await served.send(
      'update_product',
      '<product><reference>TSH0003</reference><p_vente>16,9O</p_vente></product>',
    );
    await visit('/exchanges?reference=TSH0003&tone=error');
    await page.getByRole('link', { name: /TSH0003/ }).click();
    await page.getByRole('link', { name: 'Rejouer…' }).click();
    await heading('Rejouer : Mettre à jour un produit · TSH0003');
    failed = new URL(page.url()).pathname.split('/').at(-2) ?? '';
    await expect.poll(() => text('main')).toContain('« p_vente » vaut « 16,9O »');
    const editor = page.getByLabel('Requête à envoyer');
    const wrong = await editor.inputValue();
    expect(wrong).toContain('\n  <p_vente>16,9O</p_vente>\n');
    await editor.fill(wrong.replace('16,9O', '16,90'));
    await page.getByRole('button', { name: 'Essayer sur une copie' }).click();
    await page.getByText('Essayé sur une copie').waitFor({ timeout: 60_000 });
    await expect.poll(() => text('main tbody')).toMatch(/Prix HT\s+[\d,]+ €\s+16,90 €/);
    await expect.poll(() => text('main')).toMatch(/Refusé[\s\S]*Effectué/);
    await expect.poll(() => seriousViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Envoyer pour de bon' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Sur la copie, cela a changé').waitFor();
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Envoyer pour de bon' }).click();
    await page.getByRole('link', { name: 'Le nouvel échange dans le journal' }).click();
    await heading('Mettre à jour un produit · TSH0003');
    await page.getByRole('link', { name: 'l’échange qui a été renvoyé' }).waitFor();
    await expect.poll(() => text('main tbody')).toMatch(/16,90 €/);
    await visit('/catalogue/TSH0003');
    await page.getByText('16,90 €').first().waitFor();
  });

  test('chosen exchanges are replayed on a copy, and downloaded', async () => {
    await visit('/exchanges?reference=TSH0003');
    const boxes = page.getByRole('checkbox', { name: /^Choisir / });
    await boxes.nth(1).waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('link', { name: 'Rejouer ou télécharger…' }).click();
    await heading('2 échanges');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.getByText(/^2 rejoués : /).waitFor({ timeout: 60_000 });
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger le dossier' }).click();
    const zip = await readFile(await (await coming).path());
    expect(Object.keys(unzipSync(zip))).toContain('exchanges/0002/request.xml');

    await visit('/runs');
    await page.locator('main tbody a').first().click();
    await page.getByRole('link', { name: 'Rejouer ou télécharger ce passage…' }).click();
    await heading('Les échanges d’un passage');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.getByText(/^\d+ rejoués : .* La boutique est inchangée/).waitFor({ timeout: 60_000 });
    await page
      .getByRole('link', { name: /TSH0001/ })
      .first()
      .waitFor();
  });

  test('what a sheet and a field map changed is read by a screen reader as well', async () => {
    await served.send(
      'update_option',
      '<product><reference>UNKNOWN-1</reference><stock>3</stock><xx_marque>Acme</xx_marque></product>',
    );
    await visit('/exchanges?reference=UNKNOWN-1');
    await page
      .getByRole('link', { name: /UNKNOWN-1/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Ce qui a été transformé' }).waitFor();
    const sheet = page.getByRole('list', { name: 'update_option.request.xsl · la requête' });
    expect(await sheet.getByText(/retiré :.*<stock>3<\/stock>/).count()).toBe(1);
    expect(await sheet.getByText(/ajouté :.*<stock>0<\/stock>/).count()).toBe(1);
    const map = page.getByRole('table', { name: 'fieldMaps.products · Produit UNKNOWN-1' });
    expect(await map.getByRole('row').allInnerTexts()).toHaveLength(3);
    expect(await map.textContent()).toContain('non dit');
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('HTML in a name is text, and a product says who wrote which field', async () => {
    const name = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    await served.send(
      'update_product',
      `<product><reference>TSH0002</reference><nom>${name}</nom></product>`,
    );
    await visit('/catalogue?search=TSH0002');
    await page.getByRole('link', { name: HOSTILE }).click();
    await heading(HOSTILE);
    expect(await page.locator('main b, main img').count()).toBe(0);
    await page.getByRole('row', { name: /^Nom/ }).getByRole('link', { name: 'l’ERP' }).click();
    await heading('Mettre à jour un produit · TSH0002');
  });

  test('HTML in the names of customers, orders and webhooks is text too', async () => {
    for (const path of ['/orders', '/orders/hostile', '/customers', '/customers/hostile']) {
      await visit(path);
      await page.getByText(HOSTILE).first().waitFor();
      expect([path, await page.locator('main b, main img').count()]).toEqual([path, 0]);
    }
    await visit('/orders/hostile');
    await page.getByRole('button', { name: 'Voir le XML' }).click();
    await page.getByText('&lt;b&gt;Bol&lt;/b&gt;').first().waitFor();
    expect(await page.locator('main b, main img').count()).toBe(0);
  });

  test('an address is told of changes: made, failing, mended, sent again, switched off', async () => {
    let status = 500;
    const receiver = await startReceiver(undefined, () => status);
    await visit('/webhooks');
    await page.getByText('Les modifications ne sont annoncées à personne').waitFor();
    await page.getByRole('button', { name: 'Ajouter un webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Adresse').fill(receiver.url);
    await dialog.getByLabel('À quoi il sert').fill(HOSTILE);
    await dialog.getByRole('button', { name: 'Ajouter un webhook' }).click();
    await page.getByRole('status').filter({ hasText: 'montré qu’une fois' }).waitFor();
    await served.send('update_product', '<product><reference>TSH0003</reference><stock>77</stock></product>');
    await page.getByRole('link', { name: HOSTILE }).click();
    await heading(HOSTILE);
    expect(await page.locator('main b, main img').count()).toBe(0);
    await page.reload();
    const attempts = page.getByRole('row').filter({ hasText: 'TSH0003' });
    await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByRole('heading', { name: 'Envois' }).waitFor();
        await page.waitForLoadState('networkidle');
        return attempts.count();
      })
      .toBeGreaterThan(0);
    await attempts.filter({ hasText: '500' }).first().waitFor();
    status = 204;
    const before = receiver.received.length;
    await page.getByRole('button', { name: 'Renvoyer TSH0003' }).first().click();
    await page.getByText('1 événement est renvoyé').waitFor();
    await expect.poll(() => receiver.received.length).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Envoyer un test' }).click();
    await page.getByText('Réponse : 204').waitFor();
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await page.getByRole('button', { name: 'Remettre en marche' }).waitFor();
    webhook = new URL(page.url()).pathname.slice('/console'.length);
    await receiver.close();
  });

  test('a customer without a code of the ERP is told as one, until the ERP gives it', async () => {
    await visit('/customers/1013');
    await page.getByText('L’ERP ne lui a pas encore donné de code').waitFor();
    await page.getByRole('link', { name: 'WEB-2026-0057' }).waitFor();
    await served.send(
      'add_customer',
      '<client><codetiers>CLI13</codetiers><email>client13@example.org</email><categorietarifaire>Grossistes</categorietarifaire></client>',
    );
    await visit('/customers?email=client13@example.org');
    await page.getByRole('cell', { name: 'Grossistes' }).waitFor();
    await page.locator('main tbody a').first().click();
    await page.getByText('CLI13', { exact: true }).waitFor();
    expect(await page.getByText('L’ERP ne lui a pas encore donné de code').count()).toBe(0);
    await page.getByRole('link', { name: 'WEB-2026-0057' }).waitFor();
  });

  test('another shop is another one’s data, and stays in the address', async () => {
    const choice = page.getByRole('combobox', { name: 'Boutique' });
    await visit('/shops');
    await page
      .getByRole('row')
      .filter({ hasText: 'trade' })
      .getByText('L’ERP n’est pas encore venu')
      .waitFor();
    await page.getByRole('link', { name: 'trade' }).click();
    await heading('Vue d’ensemble');
    await page.getByRole('link', { name: 'Commandes', exact: true }).click();
    await page.getByText('Pas encore de commande').waitFor();
    expect([new URL(page.url()).search, await choice.inputValue()]).toEqual(['?shop=trade', 'trade']);
    await page.reload();
    await page.getByText('Pas encore de commande').waitFor();
    await visit('/orders/5026?shop=shop');
    await page.getByRole('heading', { name: 'Historique' }).waitFor();
    await choice.click();
    await page.getByRole('option', { name: 'trade' }).click();
    await page.getByText('Pas encore de commande').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Historique' }).waitFor();
    expect(await choice.inputValue()).toBe('shop');
    await visit('/orders?shop=nowhere');
    await heading('Il n’y a pas de boutique « nowhere » ici');
  });

  test('an order is offered again; the page says that the ERP has not taken it', async () => {
    await visit('/orders/5026');
    await page.getByRole('button', { name: 'Proposer à nouveau' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Proposer à nouveau' }).click();
    await page.getByText('En attente', { exact: true }).waitFor();
    expect(await served.send('orders_list', '')).toContain('<id>5026</id>');
  });

  test('an order is shown as the ERP gets it, which takes it from nobody; its state is moved, by somebody', async () => {
    await visit('/orders/5026');
    await page.getByRole('button', { name: 'Voir le XML' }).click();
    await page.getByText('<connecteur>').waitFor();
    expect(await text('pre')).toContain('<reference>WEB-2026-0026</reference>');
    await page.reload();
    await page.getByText('En attente', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Changer l’état' }).click();
    await page.getByRole('combobox', { name: 'Nouvel état' }).fill('préparée');
    await page.getByRole('dialog').getByRole('button', { name: 'Changer l’état' }).click();
    await page.getByText('préparée', { exact: true }).first().waitFor();
    expect(await served.send('orders_list', '')).toContain('<id>5026</id><current_state>préparée<');
    await visit('/changes?key=5026&entity=order');
    const moved = page.getByRole('row').filter({ hasText: 'État' }).first();
    await moved.filter({ hasText: `${ADMIN.name}dans la console` }).waitFor();
    await moved.getByRole('link', { name: '5026' }).click();
    await page.getByRole('heading', { name: 'Historique' }).waitFor();
  });

  test('a run that takes too much from sale is held, and let through by a person', async () => {
    const take = (number: number) =>
      served.send(
        'update_product',
        `<product><reference>BOL000${number}</reference><actif>0</actif></product>`,
      );
    const replies = [await take(1), await take(2), await take(3), await take(4)];
    expect(replies.at(-1)).toContain('<error>');
    await visit('/');
    await page.getByRole('link', { name: 'Un passage est retenu' }).click();
    await heading('Passages retenus');
    await page.getByRole('button', { name: 'Laisser passer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Laisser passer' }).click();
    await page.getByText('Libéré', { exact: true }).waitFor();
    expect(await take(4)).not.toContain('<error>');
  });

  test('what is hidden is found in the catalogue, in the order that one chooses', async () => {
    const rows = () => page.locator('main tbody tr').allInnerTexts();
    const names = () => page.locator('main tbody a').allInnerTexts();
    await visit('/catalogue');
    await page.getByText('Masqués', { exact: true }).click();
    await expect.poll(async () => (await rows()).every((row) => row.includes('Masqué'))).toBe(true);
    const hidden = await names();
    expect(hidden.length).toBeGreaterThanOrEqual(4);
    await page.getByRole('combobox', { name: 'Ordre' }).click();
    await page.getByRole('option', { name: 'Par nom' }).click();
    await expect.poll(() => new URL(page.url()).search).toContain('off=hidden&sort=name');
    const byName = hidden.toSorted((one, other) => (foldedText(one) < foldedText(other) ? -1 : 1));
    expect(byName).not.toEqual(hidden);
    await expect.poll(names).toEqual(byName);
  });

  test('a key is changed while the connector goes on', async () => {
    const list = '<connecteur/>';
    await visit('/connection');
    await page.getByPlaceholder('Pour qui').first().fill('nouveau connecteur');
    await page.getByRole('button', { name: 'Faire une clé' }).click();
    const note = page.getByRole('status').filter({ hasText: 'montré qu’une fois' });
    const made = ((await note.locator('code').textContent()) ?? '').trim();
    expect(await served.send('orders_list', list, KEY)).not.toContain('<error>');
    // A process that has the store open asks it for keys now and then.
    await expect.poll(() => served.send('orders_list', list, made)).not.toContain('<error>');
    await page.getByRole('button', { name: 'Révoquer nouveau connecteur' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
    await page.getByText(/^Révoqué/).waitFor();
    await expect.poll(() => served.send('orders_list', list, made)).toContain('<error>');
    expect(await served.send('orders_list', list, KEY)).not.toContain('<error>');
  });

  test('the connection is tested by the conformance kit', async () => {
    await visit('/connection');
    await page.getByRole('button', { name: 'Lancer le test' }).click();
    await page.getByText(/^Tout est juste/).waitFor({ timeout: 60_000 });
  });

  test('a viewer sees, and changes nothing', async () => {
    await visit('/users');
    await page.getByRole('button', { name: 'Ajouter un utilisateur' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom d’utilisateur').fill(VIEWER.name);
    await dialog.getByRole('textbox', { name: 'Premier mot de passe' }).fill(VIEWER.password);
    await dialog.getByText('English').click();
    await dialog.getByRole('button', { name: 'Ajouter un utilisateur' }).click();
    await page.getByRole('cell', { name: VIEWER.name, exact: true }).waitFor();
    const other = await openPage(served.browser, { locale: 'fr-FR', viewport: DESKTOP });
    await other.page.goto(`${served.url}/orders/5030`);
    await other.page.getByLabel('Nom d’utilisateur').fill(VIEWER.name);
    await other.page.getByRole('textbox', { name: 'Mot de passe' }).fill(VIEWER.password);
    await other.page.getByRole('button', { name: 'Se connecter' }).click();
    await other.page.getByRole('heading', { name: 'Its way to the ERP' }).waitFor();
    for (const name of ['Offer again', 'Change the state'])
      expect(await other.page.getByRole('button', { name }).count()).toBe(0);
    expect(await other.page.getByRole('link', { name: 'Users' }).count()).toBe(0);
    await other.page.goto(`${served.url}${webhook}`);
    await other.page.getByRole('heading', { name: 'Deliveries' }).waitFor();
    expect(await other.page.locator('main button').allInnerTexts()).toEqual([]);
    await other.page.goto(`${served.url}/exchanges/${failed}`);
    await other.page.getByRole('heading', { name: 'Reply' }).waitFor();
    expect(await other.page.getByRole('link', { name: 'Replay…' }).count()).toBe(0);
    await other.page.goto(`${served.url}/exchanges/${failed}/replay`);
    await other.page.getByText('Your role does not allow this').waitFor();
    await other.page.goto(`${served.url}/users`);
    await other.page.getByText('Your role does not allow this').waitFor();
    await other.context.close();
  });

  test('no page is wider than a phone, keeps anybody out, or makes the browser complain', async () => {
    await served.pushDocument('FA17', 'client10@example.org', '%PDF-1.4 facture');
    const paths = [
      ...PAGES,
      `/exchanges/${exchange}`,
      webhook,
      `/exchanges/${failed}/replay`,
      `/replays?exchanges=${failed}`,
    ];
    const complaints: string[] = [];
    const state = await opened.context.storageState();
    const looks = [
      { viewport: DESKTOP, colorScheme: 'light', locale: 'fr-FR' },
      { viewport: PHONE, colorScheme: 'dark', locale: 'en-GB' },
    ] as const;
    // One load: what a page is made of does not depend on how one came to it, and the tests above load most of them.
    const lookAtAll = async (look: (typeof looks)[number]) => {
      const seen = await openPage(served.browser, { ...look, storageState: state });
      const titles = new Set<string>();
      await seen.page.goto(`${served.url}/`);
      await seen.settled();
      for (const path of paths) {
        await goTo(seen.page, `${served.url}${path}`);
        await seen.settled();
        titles.add((await seen.page.getByRole('heading', { level: 1 }).textContent()) ?? '');
        const found = { serious: await seriousViolations(seen.page), wider: await overflow(seen.page) };
        expect({ path, look: look.colorScheme, ...found }).toMatchObject({ serious: [], wider: 0 });
      }
      // Two of the catalogue have one title, and two of the prices. Fewer: the router did not go where it was told.
      expect(titles.size).toBe(paths.length - 2);
      complaints.push(...seen.complaints);
      await seen.context.close();
    };
    await Promise.all(looks.map(lookAtAll));
    expect(complaints).toEqual([]);
  }, 240_000);

  test('the language is switched, and stays', async () => {
    await visit('/');
    await screenshot(page, 'console-overview.fr');
    await page.getByRole('button', { name: ADMIN.name }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await heading('Overview');
    await page.reload();
    await heading('Overview');
    await screenshot(page, 'console-overview');
    await visit(`/exchanges/${exchange}`);
    await page.getByRole('heading', { name: 'Where the time went' }).waitFor();
    await screenshot(page, 'console-exchange');
    await visit('/prices?reference=TSH0001-BLAN-M&quantity=12&group=Grossistes');
    await page.getByRole('heading', { name: 'What was considered' }).waitFor();
    await screenshot(page, 'console-prices');
  });

  test('a keyboard is enough: to the content, to a page, its heading has the focus', async () => {
    await visit('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Skip to the content');
    await page.getByRole('link', { name: 'Runs', exact: true }).focus();
    await page.keyboard.press('Enter');
    await heading('Runs');
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');
  });

  test('what was done stands in the trail, what went wrong was meant to', async () => {
    await visit('/audit');
    await page.getByText('Downloaded a bundle').first().waitFor();
    const trail = await text('main tbody');
    for (const done of [
      ...['Made a key', 'Revoked a key', 'Added a user lou', 'Offered an order again 5026'],
      ...[`Tried an exchange on a copy ${failed}`, 'Replayed an exchange for real', 'Downloaded a bundle'],
    ])
      expect(trail).toContain(done);
    const expected = /status of 40[0-9]/;
    expect(opened.complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
});
