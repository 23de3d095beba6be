import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../test/support/chromium.ts';
import type { Address } from '../connection.ts';
import { boundRow, type Goal, type Row, remarkRow } from '../rows.ts';
import { median } from '../statistics.ts';

const BUILD = fileURLToPath(new URL('../../scripts/build-console.ts', import.meta.url));
/** In ms. */
const USABLE: Goal = { atMost: 1000 };
const TURNS = 5;
const MOST_MS = 30_000;

const PAGES = [
  ...[
    '/',
    '/exchanges',
    '/exchanges?resource=document',
    '/exchanges?tone=error',
    '/exchanges?reference=0500000AGS',
  ],
  ...[
    '/runs',
    '/catalogue',
    '/catalogue?search=table',
    '/catalogue?search=xylophone',
    '/catalogue?off=hidden&sort=name',
    '/catalogue/0500000AGS',
  ],
  ...[
    '/orders',
    '/orders?hand=waiting',
    '/orders/150000',
    '/customers',
    '/documents',
    '/prices?tab=conflicts',
  ],
  ...['/holds', '/connection', '/audit'],
];

/** From the address that is opened to the content that is shown, in Chromium, its cache warm. */
export async function browserRows(
  bench: string,
  { server, cookie }: { readonly server: Address; readonly cookie: string },
): Promise<readonly Row[]> {
  const executablePath = findChromium('The console’s pages');
  if (executablePath === undefined)
    return [remarkRow({ bench, work: 'pages in a browser' }, 'not run: no Chromium')];
  spawnSync(process.execPath, [BUILD], { stdio: 'ignore' });
  const origin = `http://${server.host}:${server.port}`;
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 860 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const rows: Row[] = [];
    for (const path of PAGES) rows.push(await timePage(bench, page, { origin, path }));
    return rows;
  } finally {
    await browser.close();
  }
}

async function timePage(
  bench: string,
  page: Page,
  { origin, path }: { readonly origin: string; readonly path: string },
): Promise<Row> {
  const waits: number[] = [];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const start = performance.now();
    await page.goto(`${origin}/console${path}`, { waitUntil: 'commit' });
    await page.locator('main h1').waitFor({ timeout: MOST_MS });
    // What is still waited for.
    await page.locator('main .mantine-Skeleton-root').first().waitFor({ state: 'hidden', timeout: MOST_MS });
    // The first one compiles the pages' code.
    if (turn > 0) waits.push(performance.now() - start);
  }
  return boundRow({
    bench,
    work: `shown in Chromium: ${path}`,
    figure: median(waits),
    unit: 'ms',
    goal: USABLE,
  });
}
