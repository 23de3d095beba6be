import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWebservice } from '../../../conformance/check-webservice.ts';
import type { CheckOptions } from '../../../conformance/options.ts';
import type { CheckReport } from '../../../conformance/report.ts';
import { createKey, keyDigest } from '../../../shop/new-secrets.ts';
import { processBulk } from '../../../webservice/bulk/bulk.ts';
import { createEndpoint } from '../../../webservice/endpoint.ts';
import { createKeyRing } from '../../../webservice/gate.ts';
import { createSpool } from '../../../webservice/intake/spool.ts';
import type { EndpointLimits } from '../../../webservice/limits.ts';
import { createProxyTrust, serveCall } from '../../../webservice/node.ts';
import type { ServedShop } from '../../../webservice/served-shop.ts';

export interface JudgedShop {
  readonly served: ServedShop;
  readonly limits: EndpointLimits;
  /** Seconds without a byte after which a body is given up. */
  readonly idleSeconds: number;
}

type Asked = Omit<CheckOptions, 'url' | 'key'>;

/**
 * Judges the endpoint before a shop by the conformance kit: over HTTP, by a key that nobody else has, at an address that
 * only this machine reaches. Nothing of it is in the journal, and wrong keys make nobody wait.
 */
export async function judgeShop(
  { served, limits, idleSeconds }: JudgedShop,
  asked: Asked,
): Promise<CheckReport> {
  const key = createKey();
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-spool-'));
  const { journal: _, ...shop } = served;
  const endpoint = createEndpoint({
    shops: [{ ...shop, keys: createKeyRing({ load: async () => [keyDigest(key)] }) }],
    limits,
    spool: createSpool(folder, limits),
    runBulk: (request, source) => processBulk(served.shop, request, source),
    delays: { afterFailure: async () => {} },
    payloadCharacters: 0,
  });
  const trust = createProxyTrust([]);
  const server = createServer((request, response) => {
    void serveCall(endpoint, { request, response }, { idleSeconds, trust }).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await checkWebservice({ ...asked, url: `http://127.0.0.1:${port}/webservice`, key });
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  }
}
