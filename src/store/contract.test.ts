import { describe, it } from 'vitest';
import { DIALECTS, type Dialect, emptiedTestPlace } from '../../test/store/dialects.ts';
import {
  type BackofficeSettings,
  type BackofficeSubject,
  backofficeContract,
  type ContractSubject,
  shopContract,
} from '../testing/contract.ts';
import { randomOperations } from '../testing/random-operations.ts';
import { openStore } from './open.ts';

async function open(dialect: Dialect): Promise<ContractSubject> {
  const place = await emptiedTestPlace(dialect);
  let time = Date.UTC(2026, 0, 1);
  const { shop, backoffice, close } = await openStore({ ...place.options, now: () => new Date(time) });
  return {
    shop,
    reader: backoffice,
    changeFeed: backoffice,
    provenance: backoffice,
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
      await place.remove();
    },
  };
}

async function openBackoffice(dialect: Dialect, settings: BackofficeSettings): Promise<BackofficeSubject> {
  const place = await emptiedTestPlace(dialect);
  const { shop, backoffice, close } = await openStore({ ...place.options, ...settings });
  return {
    shop,
    reader: backoffice,
    shopSide: backoffice,
    orderDesk: backoffice,
    journal: backoffice,
    catalogue: backoffice,
    customerDirectory: backoffice,
    documentArchive: backoffice,
    accessKeys: backoffice,
    apiTokens: backoffice,
    consoleAccounts: backoffice,
    auditTrail: backoffice,
    changeFeed: backoffice,
    quotes: backoffice,
    provenance: backoffice,
    webhooks: backoffice,
    guardDesk: backoffice,
    alertBook: backoffice,
    async close() {
      await close();
      await place.remove();
    },
  };
}

const NAMES: Readonly<Record<Dialect, string>> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

for (const dialect of DIALECTS) {
  shopContract(`${NAMES[dialect]} store`, () => open(dialect));
  backofficeContract(`${NAMES[dialect]} store`, (settings) => openBackoffice(dialect, settings));

  describe(`the ${NAMES[dialect]} store`, () => {
    it(
      'keeps what the memory shop keeps, whatever is done to both',
      () => randomOperations(() => open(dialect), 60),
      300_000,
    );
  });
}
