import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../test/support/listen.ts';
import { checkWebservice } from './check-webservice.ts';
import { ConformanceError } from './conformance-error.ts';
import type { CheckOptions } from './options.ts';
import type { CheckReport } from './report.ts';
import { REQUIREMENTS, type RequirementId } from './requirements/requirements.ts';

const KEY = 'the-right-key';
const READ = ['products_list', 'options_list', 'orders_list', 'orders', 'customers_list'];

type Post = ReadonlyMap<string, string>;
type Answer = (post: Post, response: ServerResponse) => string | undefined;

/** A webservice that reads POST variables; `answer` gives the body, or ends the response itself. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    // A caller that has given up sends no more of its request.
    respond(request, response, answer).catch(() => response.destroy());
  });
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${port}/`;
}

async function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const post = await readPost(request);
  response.setHeader('content-type', 'text/xml; charset=utf-8');
  const text = answer(post, response);
  if (text !== undefined) response.end(text);
}

async function readPost(request: IncomingMessage): Promise<Post> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = { 'content-type': request.headers['content-type'] ?? 'text/plain' };
  const form = await new Response(Buffer.concat(chunks), { headers }).formData().catch(() => new FormData());
  return new Map([...form].map(([name, value]) => [name, String(value)]));
}

const check = (url: string, more: Partial<CheckOptions> = {}): Promise<CheckReport> =>
  checkWebservice({ url, key: KEY, profile: 'v3', language: 'en', write: false, timeoutMs: 5000, ...more });

const find = ({ findings }: CheckReport, id: RequirementId) =>
  findings.find(({ requirement }) => requirement.id === id);

const EMPTY = '<connecteur/>';

test('without --write no request could change anything, and what needs it is not asked', async () => {
  const resources = new Set<string>();
  const url = await serve((post) => {
    resources.add(post.get('resource') ?? '');
    return EMPTY;
  });
  const report = await check(url, { order: '1' });
  expect([...resources].filter((name) => !READ.includes(name))).toEqual(['', 'passerelle_unknown']);
  const asked = report.findings.filter(({ verdict }) => verdict !== 'not_asked');
  expect(asked.filter(({ requirement }) => requirement.needs !== 'read')).toEqual([]);
  expect(report.created).toEqual([]);
});

test('an empty shop leaves untested what cannot be seen, and says what to do', async () => {
  const report = await check(await serve(() => EMPTY));
  expect(find(report, 'products-list.slices')).toMatchObject({
    verdict: 'untested',
    reason: 'products_list has fewer than 3 products: load some, or use --write.',
  });
  expect(find(report, 'orders.totals')).toMatchObject({
    verdict: 'untested',
    reason: 'orders_list offers no order: place an order in the shop.',
  });
});

test('a shop that always answers <connecteur/> passes nothing that a list or an order must show', async () => {
  const report = await check(await serve(() => EMPTY), { write: true, order: '1' });
  const shown: readonly RequirementId[] = [
    'transport.multipart',
    'transport.urlencoded',
    'transport.field-order',
    'transport.extra-variables',
    'transport.xml-only-heading',
    'transport.declaration',
    'transport.expect',
    'transport.keep-alive',
    'products-list.past-end',
    'orders-list.filter-unknown',
    'orders.repeatable',
    'customers-list.future',
    'set-order-exported.not-offered',
  ];
  expect(shown.filter((id) => find(report, id)?.verdict !== 'untested')).toEqual([]);
  expect(find(report, 'transport.multipart')?.reason).toContain('products_list shows no product');
});

test('a list that was refused is not called empty', async () => {
  const url = await serve((post) =>
    post.get('resource') === 'products_list' ? EMPTY : '<connecteur><error>No.</error></connecteur>',
  );
  const report = await check(url);
  expect(find(report, 'customers-list.since')).toMatchObject({
    verdict: 'untested',
    reason: 'customers_list was refused, or could not be read; see customers-list.shape.',
  });
  expect(find(report, 'orders.totals')?.reason).toContain('orders_list was refused');
});

test('all requests without the right key are sent at once, and no more than four', async () => {
  let waiting = 0;
  let most = 0;
  let failures = 0;
  const url = await serve((post, response) => {
    // A GET has no variables.
    if (post.size === 0 || post.get('key') === KEY || /<key>the-right-key</.test(post.get('data') ?? ''))
      return EMPTY;
    failures++;
    most = Math.max(most, ++waiting);
    setTimeout(() => {
      waiting--;
      response.writeHead(post.has('data') ? 200 : 403).end('<connecteur><error>No.</error></connecteur>');
    }, 100);
    return undefined;
  });
  const report = await check(url, { write: true, order: '1' });
  expect(failures).toBe(4);
  expect(most).toBe(4);
  expect(find(report, 'document-push.wrong-key')?.verdict).toBe('passed');
});

test('a failure says what was sent, without the key, what came and what was expected', async () => {
  const url = await serve(() => `<connecteur><key>${KEY}</key></connecteur>`);
  const report = await check(url);
  const [evidence] = find(report, 'auth.key-not-echoed')?.evidence ?? [];
  expect(evidence).toMatchObject({
    what: 'products_list, limit=0,1',
    ok: false,
    received: 'HTTP 200 text/xml; charset=utf-8\n<connecteur><key>****</key></connecteur>',
    expected: 'The key stands in no reply.',
  });
  expect(evidence?.sent).toContain('\nresource = products_list\n');
  expect(JSON.stringify(report)).not.toContain(KEY);
});

test.each([
  ['an HTML page', '<!DOCTYPE html><html><body><br></body></html>', 200],
  ['a redirect', '', 301],
  ['an internal error', 'Fatal error', 500],
])('%s is evidence, not a crash', async (_name, text, status) => {
  const url = await serve((_post, response) => {
    response.writeHead(status, { 'content-type': 'text/html', location: '/elsewhere' });
    return text;
  });
  const report = await check(url, { write: true });
  expect(find(report, 'transport.xml-reply')?.verdict).toBe('failed');
  expect(find(report, 'transport.content-type')?.verdict).toBe('warning');
  const received = find(report, 'transport.xml-reply')?.evidence[0]?.received;
  expect(received).toContain(`HTTP ${status} text/html\nLocation: /elsewhere\n`);
  expect(received?.includes('The URL answers a web page')).toBe(text.includes('<html>'));
});

test.each<[string, number, string, string]>([
  [
    'a static site that answers its page',
    200,
    '<!doctype html><title>Shop</title>',
    'The URL answers a web page',
  ],
  ['a redirect', 308, '', 'The URL leads elsewhere'],
  ['a file server without POST', 405, 'method not allowed', 'HTTP 405'],
  ['a file server that knows no POST', 501, '<html><p>Unsupported method<br></html>', 'HTTP 501'],
])('%s is told at once from a webservice', async (_name, status, text, said) => {
  const url = await serve((_post, response) => {
    response.writeHead(status, { 'content-type': 'text/html', location: '/elsewhere' });
    return text;
  });
  const report = await check(url, { write: true, order: '1' });
  const failed = report.findings.filter(({ verdict }) => verdict === 'failed');
  expect(failed.map(({ requirement }) => requirement.id)).toEqual(['transport.xml-reply']);
  expect(failed[0]?.evidence[0]?.received).toContain(said);
  expect(find(report, 'add-product.reply')).toMatchObject({
    verdict: 'untested',
    reason: 'At this URL no webservice answers, but a web page, a redirect or a refusal; see transport.',
  });
  expect(report.requests).toBe(2);
});

test('an error that is said as text does not end the check', async () => {
  const url = await serve((post) =>
    post.get('resource') === 'orders_list' ? EMPTY : 'Erreur : ressource inconnue',
  );
  expect(find(await check(url), 'products-list.shape')?.verdict).toBe('failed');
});

test.each([['Erreur : mauvaise clef'], ['<connecteur><error>Erreur : mauvaise clef</error></connecteur>']])(
  'a webservice that refuses every call is asked no further: the key is not the right one (%s)',
  async (refusal) => {
    const report = await check(await serve(() => refusal), { write: true });
    expect(report.requests).toBe(4);
    expect(find(report, 'products-list.shape')).toMatchObject({
      verdict: 'untested',
      reason: 'The webservice refuses every call ("Erreur : mauvaise clef"): is the key right?',
    });
  },
);

test('a server that hangs later is given up, and the rest is untested', async () => {
  let calls = 0;
  const url = await serve(() => (++calls > 5 ? undefined : EMPTY));
  const report = await check(url, { timeoutMs: 50 });
  expect(find(report, 'transport.xml-reply')).toMatchObject({ verdict: 'failed' });
  expect(find(report, 'customers-list.shape')).toMatchObject({
    verdict: 'untested',
    reason: 'The webservice no longer answered, or without end; see transport.',
  });
});

test('no answer at all, no URL, and an abort are errors with a code', async () => {
  const hanging = await serve(() => undefined);
  await expect(check(hanging, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'no_answer' });
  await expect(check('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'no_answer' });
  await expect(check('shop.example.org')).rejects.toMatchObject({ code: 'bad_url' });
  const signal = AbortSignal.timeout(50);
  await expect(check(hanging, { signal })).rejects.toMatchObject({ code: 'aborted' });
});

test.each([
  ['ECONNREFUSED', 'nothing listens there'],
  ['TIMEOUT', '--timeout'],
  ['HPE_INVALID_CONSTANT', 'try https://'],
  ['EPROTO', 'try http://'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'try http://'],
  ['EHOSTUNREACH', 'check the URL'],
])('without an answer, %s is explained and stays in parentheses', (failure, hint) => {
  const { message } = new ConformanceError('no_answer', 'en', { url: 'http://shop.example/', failure });
  expect(message).toContain(hint);
  expect(message).toMatch(new RegExp(`\\(http://shop.example/: ${failure}\\)$`));
});

test('findings are told as they are concluded, each once', async () => {
  const told: string[] = [];
  const onFinding: CheckOptions['onFinding'] = ({ requirement }, done, total) => {
    told.push(requirement.id);
    expect(done).toBe(told.length);
    expect(total).toBe(REQUIREMENTS.length);
  };
  const report = await check(await serve(() => EMPTY), { onFinding });
  expect(told.toSorted()).toEqual(report.findings.map(({ requirement }) => requirement.id).toSorted());
});

/** A shop of products alone; tells how many each slice was to have. */
function serveProducts(stock: number): { url: Promise<string>; counts: number[] } {
  const products = createProducts(stock);
  const counts: number[] = [];
  const url = serve((post) => {
    const reference = post.get('reference');
    if (post.get('resource') === 'add_product' && reference) {
      products.add(reference);
      return '<connecteur><add_product/></connecteur>';
    }
    if (post.get('resource') !== 'products_list') return '<connecteur><error>no</error></connecteur>';
    const [start = 0, count = 0] = post.get('limit')?.split(',').map(Number) ?? [0, Number.POSITIVE_INFINITY];
    counts.push(count);
    return products.slice(start, count);
  });
  return { url, counts };
}

test('of a shop with a million products only a few slices are read', async () => {
  const { url, counts } = serveProducts(1_000_000);
  const report = await check(await url, { write: true });
  expect(find(report, 'products-list.slices')?.verdict).toBe('passed');
  expect(find(report, 'add-product.listed')?.verdict).toBe('passed');
  expect(find(report, 'add-product.references-exact')?.verdict).toBe('passed');
  expect(Math.max(...counts)).toBeLessThanOrEqual(5000);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(200_000);
});

test('what an empty shop does not show is judged by what was written', async () => {
  const { url } = serveProducts(0);
  const reading = await check(await url);
  expect(find(reading, 'products-list.slices')?.verdict).toBe('untested');
  const writing = await check(await url, { write: true });
  expect(find(writing, 'products-list.slices')?.verdict).toBe('passed');
  expect(find(writing, 'products-list.shape')?.verdict).toBe('passed');
});

function createProducts(stock: number) {
  const added: string[] = [];
  const escaped = (text: string): string => text.replaceAll('&', '&amp;');
  return {
    add(reference: string): void {
      if (!added.includes(reference)) added.push(reference);
    },
    slice(start: number, count: number): string {
      const end = Math.min(start + count, stock + added.length);
      let entries = '';
      for (let at = start; at < end; at++) {
        const reference = at < stock ? `R${at}` : escaped(added[at - stock] ?? '');
        entries += `<product><id>${at}</id><reference>${reference}</reference></product>`;
      }
      return `<connecteur><products_list>${entries}</products_list></connecteur>`;
    },
  };
}
