import { createRemoteShop } from '../../src/connector/remote/remote-shop.ts';
import { decorate } from '../../src/shop/decorate.ts';
import type { ContractSubject } from '../../src/testing/contract.ts';
import { KEY, serveEndpoint, WIRE } from '../support/endpoint.ts';
import { WIRE_LIMITS } from '../support/wire-limits.ts';

/** A shop at the other end of the protocol: reference connector, HTTP, webservice. */
export async function throughWire(subject: ContractSubject): Promise<ContractSubject> {
  const wire = { ...WIRE, clearable: Object.assign(new Set<string>(), { has: () => true }) };
  const { url, close } = await serveEndpoint({ served: { wire }, around: () => subject.shop });
  const remote = createRemoteShop({ url, key: KEY });
  return {
    ...subject,
    // What the shop cannot keep is known at this end alone; the connector sends it all the same.
    shop: decorate(remote, { capabilities: subject.shop.capabilities }),
    limits: { ...subject.limits, ...WIRE_LIMITS },
    async close() {
      await close();
      await subject.close();
    },
  };
}
