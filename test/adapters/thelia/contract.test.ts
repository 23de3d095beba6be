import { afterAll, describe } from 'vitest';
import { openThelia } from '../../../src/adapters/thelia/open.ts';
import { withinCapabilities } from '../../../src/decorators/within-capabilities/within-capabilities.ts';
import { backofficeContract, type ContractSubject, shopContract } from '../../../src/testing/contract.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import type { CmsSite } from '../cms-site.ts';
import { throughWire } from '../through-wire.ts';
import { theliaSeed } from './seeds.ts';
import { createTheliaSite, theliaOptions } from './thelia-site.ts';

const LIMITS = {
  order_names: 'Thelia numbers its orders and their states',
  address_names: 'Thelia keeps a customer’s name and address in one row',
} as const;

const server = await mariadb('the contract of the shop for Thelia');

async function openSubject(site: CmsSite): Promise<ContractSubject> {
  let time = Date.UTC(2026, 0, 1);
  const now = () => new Date(time);
  const { shop, reader, offerOrderAgain } = await openThelia(theliaOptions(site, temporaryFolder(), { now }));
  return {
    shop: withinCapabilities(shop),
    reader,
    seed: theliaSeed(site, now),
    offerOrderAgain,
    limits: LIMITS,
    passTime: (seconds) => {
      time += seconds * 1000;
    },
    async close() {
      await shop.close();
      await site.reset();
    },
  };
}

if (server) {
  const site = await createTheliaSite(server);
  afterAll(() => site.drop());
  shopContract('Thelia on MariaDB', () => openSubject(site));
  shopContract('Thelia through the wire', async () => throughWire(await openSubject(site)));
  backofficeContract('Thelia on MariaDB', async ({ now, importableStates: _, timeZone }) => {
    const options = theliaOptions(site, temporaryFolder(), { now, timeZone });
    const { shop, reader } = await openThelia(options);
    return {
      shop: withinCapabilities(shop),
      reader,
      async close() {
        await shop.close();
        await site.reset();
      },
    };
  });
} else describe.skip('Thelia on MariaDB', () => {});
