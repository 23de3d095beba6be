import { describe, it } from 'vitest';
import { createRemoteShop } from '../../src/connector/remote/remote-shop.ts';
import { type ContractSubject, shopContract } from '../../src/testing/contract.ts';
import { randomOperations } from '../../src/testing/random-operations.ts';
import { KEY, serveEndpoint, WIRE } from '../support/endpoint.ts';

const NO_PLACE = 'the protocol has no place for it';

const LIMITS = {
  outcomes: NO_PLACE,
  warnings: NO_PLACE,
  reasons: 'an <error> is a sentence',
  reader_names: 'the webservice names its exchange as the reader',
  order_states: 'orders_list alone says an order’s state',
  full_lists: 'a setting of the shop; the protocol cannot say it',
  document_types: 'add_order does not say a piece’s type: its number’s prefix tells it',
  axes_alone: 'axes stand in gammes only',
} as const;

async function open(compression: '0' | '1' | '3'): Promise<ContractSubject> {
  // Every name may be cleared, so that nothing that the contract says is left out for a setting.
  const wire = { ...WIRE, clearable: Object.assign(new Set<string>(), { has: () => true }) };
  const { url, memory, passTime, close } = await serveEndpoint({ served: { wire } });
  const shop = createRemoteShop({ url, key: KEY, compression });
  const { reader, seed } = memory;
  return { shop, reader, seed, offerOrderAgain: seed.offerOrderAgain, limits: LIMITS, passTime, close };
}

shopContract('through the wire', () => open('0'), LIMITS);

describe('through the wire', () => {
  it('keeps what the memory shop keeps, whatever is done to both', () =>
    randomOperations(() => open('1'), 60));
});
