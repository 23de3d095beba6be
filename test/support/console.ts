import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from 'playwright-core';
import { vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { order, shopCustomer } from '../../src/testing/contract/samples.ts';
import { KEY } from './endpoint.ts';
import { recordPastRuns } from './past-runs.ts';
import { runCommand } from './run-command.ts';
import { startServer, storeIn } from './server-process.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const IMAGES = join(ROOT, 'docs', 'images');

const LOW_STOCK = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
  <xsl:template match="stock[. &lt; 5]/text()">0</xsl:template>
</xsl:stylesheet>`;

/** What somebody who means harm may type. */
export const HOSTILE = '<img src=x onerror=alert(1)> & <b>Bol</b>';

/** A server with two shops, the first with the sample, two days of runs behind it, and the built pages, before a browser. */
export async function startConsole(data: string, executablePath: string) {
  buildPages();
  // Few may be taken from sale, so that a test need not send many.
  const guard = { deactivatedPercent: 0.1, atLeast: 2 };
  const fieldMaps = { products: [{ from: 'xx_marque', to: 'xx_brand' }] };
  await mkdir(join(data, 'sdk'), { recursive: true });
  await writeFile(join(data, 'sdk', 'update_option.request.xsl'), LOW_STOCK);
  const shop = { name: 'shop', guard, fieldMaps, sheets: join(data, 'sdk') };
  const server = await startServer(data, {
    shop,
    others: [{ name: 'trade', timeZone: 'America/Montreal' }],
    server: { webhooks: { allow: ['127.0.0.1'] } },
  });
  const store = await openStore(storeIn(data));
  await recordPastRuns(store.backoffice, Date.now());
  await store.backoffice.saveShopCustomer(shopCustomer('hostile', { lastName: HOSTILE }));
  await store.backoffice.placeOrder({
    ...order('hostile', { reference: HOSTILE, carrier: HOSTILE }),
    customer: { ...order('hostile').customer, id: 'hostile', lastName: HOSTILE },
  });
  await store.close();
  await runCommand(['import', '--sample', '--data', data], { folder: data });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return {
    browser,
    endpoint: server.url,
    url: `${new URL(server.url).origin}/console`,
    setupCode: /setup code: (\S+)\)/.exec(server.output)?.[1] ?? '',
    /** A call of the connector; gives the reply. */
    async send(resource: string, xml: string, key = KEY): Promise<string> {
      const body = new URLSearchParams({ key, resource, data: xml });
      return (await fetch(server.url, { method: 'POST', body })).text();
    },
    async pushDocument(number: string, email: string, pdf: string) {
      const body = new URLSearchParams({ key: KEY, reference: number, email, pdf: btoa(pdf) });
      return (await fetch(server.url, { method: 'POST', body })).status;
    },
    sync: (folder: string) =>
      runCommand(
        [
          'sync',
          'simulator:seed=42,articles=12',
          '--url',
          server.url,
          '--key',
          KEY,
          '--final-state',
          'en_preparation',
        ],
        {
          folder,
        },
      ),
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** As `npm start` does before the server. */
function buildPages(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build-console.ts')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the console's pages could not be built:\n${stderr}`);
}

/** What a page shows until it has what it asked for. */
const WAITING = '.mantine-Skeleton-root, .mantine-Loader-root';
const QUIET_MS = 150;

/** A page, what it made the browser complain of, and when it shows all that it asked for. */
export async function openPage(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const asking = new Set<Request>();
  let changedAt = performance.now();
  const note = (request: Request, isAsking: boolean): void => {
    if (isAsking) asking.add(request);
    else asking.delete(request);
    changedAt = performance.now();
  };
  page.on('request', (request) => note(request, true));
  page.on('requestfinished', (request) => note(request, false));
  page.on('requestfailed', (request) => note(request, false));
  /** Sooner than `networkidle`, and again after each way that the router went. */
  const settled = async (): Promise<void> => {
    const since = performance.now();
    const isQuiet = () => asking.size === 0 && performance.now() - Math.max(since, changedAt) > QUIET_MS;
    await vi.waitUntil(async () => isQuiet() && (await page.locator(WAITING).count()) === 0, {
      timeout: 30_000,
      interval: 20,
    });
  };
  return { context, page, complaints, settled };
}

/** To another page of the console, by its router: nothing is loaded that is there already. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(url)})`);
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** What axe finds that keeps somebody from using the page: its serious and critical violations. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const violations: readonly Violation[] = await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then((run) => run.violations)',
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** How far a page is wider than its window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** For the pages of the documentation; only when they are to be made anew. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  await page.waitForLoadState('networkidle');
  await mkdir(IMAGES, { recursive: true });
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}
