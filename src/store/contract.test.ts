import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { type ContractSubject, shopContract } from '../testing/contract.ts';
import { randomOperations } from '../testing/random-operations.ts';
import { openStore } from './open.ts';

async function open(): Promise<ContractSubject> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-contract-'));
  let time = Date.UTC(2026, 0, 1);
  const { shop, backoffice, close } = await openStore({
    url: `sqlite:${join(folder, 'shop.sqlite')}`,
    blobFolder: join(folder, 'blobs'),
    now: () => new Date(time),
  });
  return {
    shop,
    reader: backoffice,
    seed: {
      order: (order) => backoffice.placeOrder(order),
      customer: (customer) => backoffice.saveShopCustomer(customer),
    },
    offerOrderAgain: (id) => backoffice.offerOrderAgain(id),
    passTime: (seconds) => {
      time += seconds * 1000;
    },
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

shopContract('SQLite store', open);

describe('the SQLite store', () => {
  it('keeps what the memory shop keeps, whatever is done to both', () => randomOperations(open, 60));
});
