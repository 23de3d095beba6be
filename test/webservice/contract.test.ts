import { describe, it } from 'vitest';
import { createRemoteShop } from '../../src/connector/remote/remote-shop.ts';
import { type ContractSubject, shopContract } from '../../src/testing/contract.ts';
import { randomOperations } from '../../src/testing/random-operations.ts';
import { KEY, serveEndpoint, WIRE } from '../support/endpoint.ts';
import { WIRE_LIMITS } from '../support/wire-limits.ts';

async function open(compression: '0' | '1' | '3'): Promise<ContractSubject> {
  // Every name may be cleared, so that nothing that the contract says is left out for a setting.
  const wire = { ...WIRE, clearable: Object.assign(new Set<string>(), { has: () => true }) };
  const { url, memory, passTime, close } = await serveEndpoint({ served: { wire } });
  const shop = createRemoteShop({ url, key: KEY, compression });
  const { reader, seed } = memory;
  return { shop, reader, seed, offerOrderAgain: seed.offerOrderAgain, limits: WIRE_LIMITS, passTime, close };
}

shopContract('through the wire', () => open('0'));

describe('through the wire', () => {
  it('keeps what the memory shop keeps, whatever is done to both', () =>
    randomOperations(() => open('1'), 60));
});
