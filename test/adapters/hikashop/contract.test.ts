import { afterAll, describe } from 'vitest';
import { openHikashop } from '../../../src/adapters/hikashop/open.ts';
import { withinCapabilities } from '../../../src/decorators/within-capabilities/within-capabilities.ts';
import { backofficeContract, type ContractSubject, shopContract } from '../../../src/testing/contract.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import type { CmsSite } from '../cms-site.ts';
import { throughWire } from '../through-wire.ts';
import { createHikashopSite, hikashopOptions } from './hikashop-site.ts';
import { hikashopSeed } from './seeds.ts';

const LIMITS = {
  outer_spaces: 'HikaShop keeps no white space around an e-mail address',
  shared_emails: 'HikaShop has one account for an e-mail address',
} as const;

const server = await mariadb('the contract of the shop for HikaShop');

async function openSubject(site: CmsSite): Promise<ContractSubject> {
  let time = Date.UTC(2026, 0, 1);
  const now = () => new Date(time);
  const { shop, reader, offerOrderAgain } = await openHikashop(
    hikashopOptions(site, temporaryFolder(), { now }),
  );
  return {
    shop: withinCapabilities(shop),
    reader,
    seed: hikashopSeed(site, now),
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
  const site = await createHikashopSite(server);
  afterAll(() => site.drop());
  shopContract('HikaShop on MariaDB', () => openSubject(site));
  shopContract('HikaShop through the wire', async () => throughWire(await openSubject(site)));
  backofficeContract('HikaShop on MariaDB', async ({ now, importableStates: _, timeZone }) => {
    const options = hikashopOptions(site, temporaryFolder(), { now, timeZone });
    const { shop, reader } = await openHikashop(options);
    return {
      shop: withinCapabilities(shop),
      reader,
      async close() {
        await shop.close();
        await site.reset();
      },
    };
  });
} else describe.skip('HikaShop on MariaDB', () => {});
