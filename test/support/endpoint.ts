import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDecimal, ZERO } from '../../src/domain/decimal.ts';
import type { Exchange } from '../../src/shop/journal.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { createMemoryShop, type MemoryShop } from '../../src/testing/memory-shop.ts';
import { processBulk } from '../../src/webservice/bulk/bulk.ts';
import { createEndpoint } from '../../src/webservice/endpoint.ts';
import { createKeyRing } from '../../src/webservice/gate.ts';
import { createSpool } from '../../src/webservice/intake/spool.ts';
import { DEFAULT_LIMITS, type EndpointLimits } from '../../src/webservice/limits.ts';
import { createProxyTrust, serveCall } from '../../src/webservice/node.ts';
import type { ServedShop } from '../../src/webservice/served-shop.ts';
import type { WireOptions } from '../../src/wire/messages/codec.ts';
import { listen } from './listen.ts';

export const KEY = 'right-key';

export const WIRE: WireOptions = {
  profile: 'v3',
  unescapeQuotes: true,
  clearable: new Set(),
  taxGroups: new Map(),
  centimetresPerUnit: parseDecimal('1') ?? ZERO,
  kilogramsPerUnit: parseDecimal('1') ?? ZERO,
};

export interface ServedEndpoint {
  readonly url: string;
  readonly port: number;
  readonly memory: MemoryShop;
  /** Every exchange that ended, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** Addresses that were made to wait for a wrong key. */
  readonly delayed: readonly string[];
  /** How many bulk messages went to the runner, and so not straight through. */
  readonly bulkRuns: () => number;
  /** Puts the shop's clock forward. */
  passTime(seconds: number): void;
  close(): Promise<void>;
}

export interface EndpointChanges {
  readonly limits?: Partial<EndpointLimits>;
  readonly served?: Partial<ServedShop>;
  /** Stands between the endpoint and the shop in memory. */
  readonly around?: (shop: Shop) => Shop;
  readonly idleSeconds?: number;
  readonly trustedProxies?: readonly string[];
}

/** The endpoint on a real HTTP server, before a shop in memory. */
export async function serveEndpoint(changes: EndpointChanges = {}): Promise<ServedEndpoint> {
  let passed = 0;
  const memory = createMemoryShop({ now: () => new Date(Date.now() + passed) });
  const shop = changes.around?.(memory.shop) ?? memory.shop;
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-endpoint-'));
  const exchanges: Exchange[] = [];
  const delayed: string[] = [];
  let bulkRuns = 0;
  const limits = { ...DEFAULT_LIMITS, ...changes.limits };
  const endpoint = createEndpoint({
    shops: [{ ...servedShop(shop), ...changes.served }],
    limits,
    spool: createSpool(folder, limits),
    runBulk: (request, source) => {
      bulkRuns++;
      return processBulk(shop, request, source);
    },
    delays: { afterFailure: async (address) => void delayed.push(address) },
    payloadCharacters: 16_384,
    onExchange: (exchange) => exchanges.push(exchange),
  });
  const trust = createProxyTrust(changes.trustedProxies ?? []);
  const server = createServer((request, response) => {
    void serveCall(endpoint, { request, response }, { idleSeconds: changes.idleSeconds ?? 60, trust });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/webservice`,
    port,
    memory,
    exchanges,
    delayed,
    bulkRuns: () => bulkRuns,
    passTime(seconds) {
      passed += seconds * 1000;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function servedShop(shop: Shop): ServedShop {
  return {
    name: 'shop',
    shop,
    keys: createKeyRing({ load: async () => [hash('sha256', KEY)] }),
    wire: WIRE,
    language: 'en',
    priceRuleMode: 'merge',
  };
}
