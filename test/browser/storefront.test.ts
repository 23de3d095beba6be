import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findChromium } from '../support/chromium.ts';
import { KEY } from '../support/endpoint.ts';
import { runCommand } from '../support/run-command.ts';
import { startServer } from '../support/server-process.ts';
import { spawnStorefront, startStorefront } from '../support/storefront.ts';
import { temporaryFolder } from '../support/temporary.ts';

const executablePath = findChromium('The storefront of examples/storefront');

/** A wholesaler of the sample shop: the price list of Grossistes and rules of its own hold. */
const BUYER = { code: 'CCL00001', email: 'achats1@example.com', company: 'Galerie Merlanoix' };
const BOUGHT = { reference: 'TSH0001-BLAN-M', quantity: '12' };
const PARENT = 'TSH0001';
/** What an ERP's user may type; it comes with the first run of the connector. */
const HOSTILE = '<img src=x onerror=alert(1)> & <b>Bol</b>';
const DESCRIPTION = '<style>b {}</style><p onclick=alert(1)>Tourné et peint</p><script>alert(2)</script>';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const quoteReply = z.object({
  netTotal: z.string(),
  grossTotal: z.string(),
  lines: z.array(z.object({ netPrice: z.string(), basePrice: z.string().optional(), netTotal: z.string() })),
});

/** The server with the sample shop, an ERP's folder, the storefront, a browser that speaks French. */
async function openShop(data: string, erp: string, executable: string) {
  const server = await startServer(data);
  await runCommand(['import', '--sample', '--data', data], { folder: data });
  const made = await runCommand(['tokens', 'add', '--scope', 'read', 'orders', '--data', data], {
    folder: data,
  });
  const token = /pst_\w+/.exec(made.output)?.[0] ?? '';
  await mkdir(erp);
  await writeFile(join(erp, 'bol.png'), PNG);
  await writeFile(
    join(erp, 'articles.csv'),
    `Référence;Désignation;PV HT;Taux TVA;Image;Description longue\nHTML-1;${HOSTILE};10;20;;${DESCRIPTION}\nIMG-1;Bol peint;12,50;20;bol.png;\n`,
  );
  const api = `${new URL(server.url).origin}/api/v1`;
  const storefront = await startStorefront(api, token);
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const context = await browser.newContext({ locale: 'fr-FR' });
  return {
    api,
    token,
    storefront,
    browser,
    context,
    /** A document's file, as an ERP pushes it. */
    async push(number: string, email: string, pdf: string) {
      const body = new URLSearchParams({ key: KEY, reference: number, email, pdf: btoa(pdf) });
      return (await fetch(server.url, { method: 'POST', body })).status;
    },
    sync: () =>
      runCommand(['sync', '.', '--url', server.url, '--key', KEY, '--final-state', 'en_preparation'], {
        folder: erp,
      }),
    async close() {
      await browser.close();
      await storefront.stop();
      await server.stop();
    },
  };
}

type OpenShop = Awaited<ReturnType<typeof openShop>>;

describe.skipIf(!executablePath)('the storefront, in a browser', () => {
  const home = temporaryFolder(afterAll);
  const erp = join(home, 'erp');
  let shop: OpenShop;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await mkdir(join(home, 'shop'));
    shop = await openShop(join(home, 'shop'), erp, executablePath ?? '');
    page = await shop.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  }, 180_000);
  afterAll(() => shop?.close());

  /** Clicks, and waits for the page that this leads to. */
  const follow = (clicked: Locator) => Promise.all([page.waitForEvent('load'), clicked.click()]);
  const visit = (path: string) => page.goto(`${shop.storefront.url}${path}`);
  const text = async (selector: string): Promise<string> =>
    (await page.locator(selector).allInnerTexts()).join('\n').replace(/[\u00a0\u202f]/g, ' ');

  const quote = async (customer?: string) => {
    const reply = await fetch(`${shop.api}/prices/quote`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ customer, lines: [BOUGHT] }),
    });
    return quoteReply.parse(await reply.json());
  };

  test('a name with HTML in it is text', async () => {
    const { exitCode, errors } = await shop.sync();
    // Where it takes its time, it says how far it is.
    const complaints = errors.replaceAll(/^\w+: \d+ of \d+\n/gm, '');
    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: '' });
    await visit('/?search=bol');
    expect(await text('ul.articles')).toContain(HOSTILE);
    await follow(page.getByRole('link', { name: HOSTILE }));
    expect(await text('h1')).toBe(HOSTILE);
    expect(await page.locator('main b, main img').count()).toBe(0);
    expect(await page.locator('main p').allInnerTexts()).toContain('Tourné et peint');
    expect(await text('main')).not.toMatch(/alert\(2\)|b \{\}/);
  });

  test('whoever comes sees the price with tax; categories, search and pages lead to articles', async () => {
    await visit('/');
    await follow(page.getByRole('link', { name: 'Maison', exact: true }));
    await follow(page.getByRole('link', { name: 'Vaisselle', exact: true }));
    expect(await text('h1')).toBe('Maison › Vaisselle');
    const first = await text('ul.articles');
    await follow(page.getByRole('link', { name: 'Articles suivants' }));
    expect(await text('ul.articles')).not.toBe(first);
    await page.getByRole('searchbox').fill('t-shirt col rond');
    await follow(page.getByRole('button', { name: 'Rechercher' }));
    expect(await text('ul.articles li:first-child')).toContain('18,90 € TTC');
  });

  test('an article has its image, in a list and on its page', async () => {
    const widths = () =>
      page.locator('main img').evaluateAll((images) => images.map((image) => image.naturalWidth));
    await visit('/?search=peint');
    expect(await widths()).toEqual([1]);
    await visit('/products/IMG-1');
    expect(await widths()).toEqual([1]);
  });

  test('who has no account orders too, in English', async () => {
    const context = await shop.browser.newContext({ locale: 'en-GB' });
    const guest = await context.newPage();
    await guest.goto(`${shop.storefront.url}/products/IMG-1`);
    await guest.getByRole('button', { name: 'Add to basket' }).click();
    await guest.getByRole('link', { name: 'Check out' }).click();
    const said = {
      'E-mail address': 'guest@example.net',
      'Last name': 'O’Brien & <Sons>',
      Postcode: 'SW1A 1AA',
      City: 'London',
    };
    for (const [label, value] of Object.entries(said)) await guest.getByLabel(label).fill(value);
    await guest.locator('input[name=address1]').fill('1 High Street');
    await guest.getByLabel('Country').selectOption('GB');
    await guest.getByRole('button', { name: 'Place the order, €15.00' }).click();
    await guest.getByRole('heading', { name: /^Thank you! Your order has the number \d+\.$/ }).waitFor();
    await context.close();
  });

  test('a customer signs in by a link that serves once, and sees the prices of the price list', async () => {
    await visit('/sign-in');
    await page.getByLabel('Adresse e-mail').fill(BUYER.email);
    await follow(page.getByRole('button', { name: 'Recevoir un lien' }));
    expect(await text('h1')).toContain(BUYER.email);
    const link = shop.storefront.link();
    await page.goto(link);
    await follow(page.getByRole('button', { name: `Continuer comme ${BUYER.email}` }));
    expect(await text('header')).toContain(BUYER.company);
    expect((await fetch(link)).status).toBe(410);

    const { lines } = await quote(BUYER.code);
    expect(lines[0]?.netPrice).not.toBe((await quote()).lines[0]?.netPrice);
    await visit(`/products/${PARENT}`);
    const choice = `label:has(input[value=${BOUGHT.reference}])`;
    expect(await text(`${choice} .price`)).toBe(`${french(lines[0]?.netPrice)} € HT`);
    await page.locator(choice).click();
    await page.getByLabel('Quantité').fill(BOUGHT.quantity);
    await follow(page.getByRole('button', { name: 'Ajouter au panier' }));
    expect(await text('.price')).toBe(`${french(lines[0]?.netPrice)} € HT`);
    expect(await text('td.amount')).toContain(`${french(lines[0]?.netTotal)} €`);
  });

  test('what is ordered arrives in the ERP’s folder, and what the ERP says of it in the shop', async () => {
    const { netTotal, grossTotal, lines } = await quote(BUYER.code);
    await visit('/basket');
    await follow(page.getByRole('link', { name: 'Commander' }));
    expect(await page.getByLabel('Société').inputValue()).toBe(BUYER.company);
    await page.getByLabel('Téléphone').fill('03 53 01 02 99');
    await follow(page.getByRole('button', { name: `Commander, ${french(grossTotal)}` }));
    expect(await text('h1')).toMatch(/^Merci ! Votre commande porte le numéro \d+\.$/);
    await follow(page.locator('main a'));
    expect(await text('.state')).toBe('En attente de paiement');

    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await shop.sync()).toMatchObject({ exitCode: 0, errors: '' });
    const written = await readdir(join(erp, 'orders'), { recursive: true });
    const file = written.find((name) => basename(name) === `order-${id}.csv`) ?? '';
    const [header = '', row = '', ...rest] = (await readFile(join(erp, 'orders', file), 'utf8'))
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(rest).toEqual([]);
    const cells = row.split(';');
    const order = Object.fromEntries(header.split(';').map((name, index) => [name, cells[index]]));
    expect(order).toMatchObject({
      'N° commande': id,
      'Code client': BUYER.code,
      'E-mail': BUYER.email,
      Société: BUYER.company,
      'Téléphone livraison': '03 53 01 02 99',
      Référence: BOUGHT.reference,
      Quantité: BOUGHT.quantity,
      'PU HT': lines[0]?.netPrice.replace('.', ','),
      'Total produits HT': netTotal.replace('.', ','),
      'Total TTC': grossTotal.replace('.', ','),
    });

    await page.reload();
    expect(await text('.state')).toBe('En préparation');
    await writeFile(join(erp, 'expeditions.csv'), `N° commande;N° de suivi\n${id};6A00123456789\n`);
    expect(await shop.sync()).toMatchObject({ exitCode: 0, errors: '' });
    await follow(page.getByRole('link', { name: 'Mes commandes' }));
    await follow(page.getByRole('link', { name: id, exact: true }));
    expect(await text('main')).toContain('Colis : 6A00123456789');
  });

  test('a form that is sent twice makes one order, and nobody sees another’s', async () => {
    const before = await ordersOf(page);
    await visit('/products/HTML-1');
    await follow(page.getByRole('button', { name: 'Ajouter au panier' }));
    await visit('/checkout');
    const [key, total] = await Promise.all(
      ['key', 'total'].map((name) => page.locator(`input[name=${name}]`).inputValue()),
    );
    const address = {
      lastName: 'Merlanoix',
      address1: '67 rue des Exemples',
      postcode: '69003',
      city: 'Lyon',
      country: 'FR',
    };
    const cookie = (await shop.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const body = new URLSearchParams({ ...address, key: key ?? '', total: total ?? '' });
    const send = () =>
      fetch(`${shop.storefront.url}/checkout`, {
        method: 'POST',
        body,
        headers: { cookie },
        redirect: 'manual',
      });
    const sent = [await send(), await send()];
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(sent[0]?.headers.get('location')).toBe(sent[1]?.headers.get('location'));
    expect(await ordersOf(page)).toBe(before + 1);
    const other = await fetch(`${shop.storefront.url}/orders/5001`, { headers: { cookie } });
    expect(other.status).toBe(404);
  });

  test('a customer saves its own documents, nobody else’s', async () => {
    const [pdf, number] = ['%PDF-1.4 facture', 'FA/17 "é"'];
    expect(await shop.push(number, BUYER.email, pdf)).toBe(200);
    expect(await shop.push('FA18', 'someone@else.example', pdf)).toBe(200);
    await visit('/orders');
    await follow(page.getByRole('link', { name: 'Mes documents' }));
    expect(await text('main tbody')).toMatch(/^FA\/17 "é"\s+Facture\s+\d{4}-\d\d-\d\d$/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: number }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('FA_17 _é_.pdf');
    expect(await readFile(await download.path(), 'utf8')).toBe(pdf);

    const cookie = (await shop.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const path = `${shop.storefront.url}/documents/`;
    const statuses = await Promise.all(
      ['FA18', 'FA19'].map(async (other) => (await fetch(path + other, { headers: { cookie } })).status),
    );
    expect(statuses).toEqual([404, 404]);
    const stranger = await fetch(path + encodeURIComponent(number), { redirect: 'manual' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/sign-in']);
  });

  const ordersOf = async (on: Page): Promise<number> => {
    await on.goto(`${shop.storefront.url}/orders`);
    return on.locator('main tbody tr').count();
  };

  test('a form of another site is refused, and a cookie that was tampered with is none', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${shop.storefront.url}/sign-out`, { method: 'POST', headers, redirect: 'manual' });
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ origin: shop.storefront.url })).status).toBe(303);
    const [cookie] = await shop.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const tampered = cookie?.value.replace(/^./, (first) => (first === 'e' ? 'f' : 'e'));
    const reply = await fetch(shop.storefront.url, { headers: { cookie: `shop=${tampered}` } });
    expect(await reply.text()).toContain('Se connecter');
  });

  test('no page made the browser or the storefront complain', () => {
    expect(complaints).toEqual([]);
    expect(shop.storefront.errors()).toBe('');
  });
});

test('without a token it says how to make one', async () => {
  const child = spawnStorefront({});
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  expect(errors).toContain('passerelle tokens add --label storefront --scope read orders');
});

/** As French pages write an amount: `15.25` → `15,25`, `30.5` → `30,50`. */
const french = (amount = ''): string => {
  const [whole = '', cents = ''] = amount.split('.');
  return `${whole},${cents.padEnd(2, '0')}`;
};
