import { afterEach } from 'vitest';
import type { CmsOptions, CmsShop } from '../../../src/adapters/cms-shop.ts';
import { openHikashop } from '../../../src/adapters/hikashop/open.ts';
import { withinCapabilities } from '../../../src/decorators/within-capabilities/within-capabilities.ts';
import type { ProductChange, ProductOperation } from '../../../src/domain/product.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import type { CmsSite } from '../cms-site.ts';
import { hikashopOptions } from './hikashop-site.ts';

/** The moment at which a test's shop stands. */
export const NOW = 1_780_000_000;

/** Opens the site's shop for a test; afterwards it is closed, and the site is as it was at first. */
export function hikashopBench(site: CmsSite) {
  const opened: CmsShop[] = [];
  afterEach(async () => {
    for (const { shop } of opened.splice(0)) await shop.close();
    await site.reset();
  });
  return {
    async open(changes: Partial<CmsOptions> = {}): Promise<CmsShop> {
      const options = hikashopOptions(site, temporaryFolder(), {
        now: () => new Date(NOW * 1000),
        ...changes,
      });
      const shop = await openHikashop(options);
      opened.push(shop);
      return { ...shop, shop: withinCapabilities(shop.shop) };
    },
  };
}

export const save = (
  { shop }: CmsShop,
  change: Partial<ProductChange> & { reference: string },
  operation: ProductOperation = 'add_product',
) => shop.saveProduct({ fields: {}, ...change }, operation);
