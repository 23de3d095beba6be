import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientsOf } from '../../src/connector/articles/customer.ts';
import { EDITIONS, ERP_PROFILES } from '../../src/connector/profiles/list.ts';
import { ERP_NAMES, type ErpName } from '../../src/connector/profiles/profile.ts';
import { createRemoteShop } from '../../src/connector/remote/remote-shop.ts';
import { dialectFor } from '../../src/connector/simulator/dialect-for.ts';
import { createSimulatedErp } from '../../src/connector/simulator/simulated-erp.ts';
import { records } from '../../src/connector/simulator/testing/erp-records.ts';
import { sync } from '../../src/connector/sync/sync.ts';
import { KEY, serveEndpoint } from '../support/endpoint.ts';
import { listen } from '../support/listen.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { productsFromErp, recordsOfShop, unequal } from './stored-records.ts';

/** Hands requests on to `target` as they came, and keeps them: their headers (but the host, a free port) and bodies. */
async function recordingProxy(target: string) {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request));
    const { host: _, ...headers } = request.headers;
    requests.push(`${request.method} ${JSON.stringify(headers)}\n${body.toString('latin1')}`);
    const type = headers['content-type'] ?? '';
    const reply = await fetch(target, { method: 'POST', headers: { 'content-type': type }, body });
    response.writeHead(reply.status, { 'content-type': 'text/xml; charset=utf-8' });
    response.end(Buffer.from(await reply.arrayBuffer()));
  });
  const port = await listen(server);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { requests, url: `http://127.0.0.1:${port}/webservice`, close };
}

/** A whole small exchange: first run, some days, second run. What stood on the wire, and what the shop has not got right. */
async function exchange(name: ErpName, seed: number) {
  const profile = ERP_PROFILES[name];
  const endpoint = await serveEndpoint();
  const proxy = await recordingProxy(endpoint.url);
  const stateFolder = temporaryFolder();
  const erp = createSimulatedErp({
    seed,
    profile,
    articles: 40,
    withGammes: 6,
    customers: 8,
    priceRules: 60,
  });
  const shop = createRemoteShop({ url: proxy.url, key: KEY, ...dialectFor(profile, seed) });
  try {
    for (const number of [0, 1, 2]) await endpoint.memory.seed.order(erp.orderFor(number));
    const options = { source: erp.source, shop, profile, edition: EDITIONS.b2b, stateFolder, now: erp.now };
    const first = await sync(options);
    erp.advance(5);
    const second = await sync(options);
    const stored = await recordsOfShop(endpoint.memory.reader);
    const articles = productsFromErp(await records(erp.source.articles()));
    const clients = (await records(erp.source.customers())).flatMap((customer) =>
      clientsOf(customer, profile),
    );
    return {
      requests: proxy.requests,
      failures: [first, second].flatMap(({ flows }) => flows.flatMap(({ failures }) => failures)),
      outcomes: [first.outcome, second.outcome],
      unequal: unequal(articles, stored.products),
      customers: [stored.customers.size, new Set(clients.map(({ code }) => code)).size],
      rules: stored.rules.size,
      pieces: erp.pieces().map(({ order }) => order.id),
    };
  } finally {
    await shop.close();
    await erp.source.close();
    proxy.close();
    await endpoint.close();
  }
}

describe('a simulated ERP in each profile, with the quirks of an installation', () => {
  it.each(ERP_NAMES)('%s is understood, and the same seed is the same bytes on the wire', async (name) => {
    const first = await exchange(name, 11);
    expect(first.failures).toEqual([]);
    expect(first.outcomes).toEqual(['complete', 'complete']);
    expect(first.unequal).toEqual([]);
    expect([first.customers, first.rules]).toEqual([[8, 8], 60]);
    expect(first.pieces).toEqual(['10001', '10002', '10003']);
    const second = await exchange(name, 11);
    expect(second.requests).toEqual(first.requests);
    expect(first.requests.length).toBeGreaterThan(50);
  });

  it('other seeds speak otherwise: every quirk comes up', () => {
    const dialects = Array.from({ length: 40 }, (_, seed) => dialectFor(ERP_PROFILES.generic, seed));
    const kinds = (pick: (dialect: (typeof dialects)[number]) => unknown) => new Set(dialects.map(pick)).size;
    expect(kinds(({ compression }) => compression)).toBe(3);
    expect(kinds(({ dialect }) => dialect.form)).toBe(2);
    expect(kinds(({ dialect }) => dialect.fieldOrder)).toBe(2);
    expect(kinds(({ dialect }) => dialect.routing)).toBe(3);
    expect(kinds(({ dialect }) => dialect.declaration)).toBe(3);
    expect(kinds(({ dialect }) => dialect.vocabulary)).toBe(2);
    expect(kinds(({ dialect }) => dialect.expectContinue)).toBe(2);
    expect(kinds(({ dialect }) => dialect.boundary?.())).toBe(40);
  });
});
