import { afterAll, describe } from 'vitest';
import { openVirtuemart } from '../../../src/adapters/virtuemart/open.ts';
import { withinCapabilities } from '../../../src/decorators/within-capabilities/within-capabilities.ts';
import { backofficeContract, type ContractSubject, shopContract } from '../../../src/testing/contract.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import type { CmsSite } from '../cms-site.ts';
import { throughWire } from '../through-wire.ts';
import { virtuemartSeed } from './seeds.ts';
import { createVirtuemartSite, virtuemartOptions } from './virtuemart-site.ts';

const LIMITS = {
  outer_spaces: 'VirtueMart keeps no white space around an e-mail address',
  order_names: 'VirtueMart numbers its orders, and its states are three letters at most',
  shared_emails: 'VirtueMart has one account for an e-mail address',
} as const;

const server = await mariadb('the contract of the shop for VirtueMart');

async function openSubject(site: CmsSite): Promise<ContractSubject> {
  let time = Date.UTC(2026, 0, 1);
  const now = () => new Date(time);
  const { shop, reader, offerOrderAgain } = await openVirtuemart(
    virtuemartOptions(site, temporaryFolder(), { now }),
  );
  return {
    shop: withinCapabilities(shop),
    reader,
    seed: virtuemartSeed(site, now),
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
  const site = await createVirtuemartSite(server);
  afterAll(() => site.drop());
  shopContract('VirtueMart on MariaDB', () => openSubject(site));
  shopContract('VirtueMart through the wire', async () => throughWire(await openSubject(site)));
  backofficeContract('VirtueMart on MariaDB', async ({ now, importableStates: _, timeZone }) => {
    const options = virtuemartOptions(site, temporaryFolder(), { now, timeZone });
    const { shop, reader } = await openVirtuemart(options);
    return {
      shop: withinCapabilities(shop),
      reader,
      async close() {
        await shop.close();
        await site.reset();
      },
    };
  });
} else describe.skip('VirtueMart on MariaDB', () => {});
