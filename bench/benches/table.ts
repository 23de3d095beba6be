import { createHikashopSite } from '../../test/adapters/hikashop/hikashop-site.ts';
import { createTheliaSite } from '../../test/adapters/thelia/thelia-site.ts';
import { createVirtuemartSite, NEEDED_SETTINGS } from '../../test/adapters/virtuemart/virtuemart-site.ts';
import type { Bench } from '../bench.ts';
import type { Dialect } from '../stores.ts';
import { consoleBench } from './console.ts';
import { customersBench } from './customers.ts';
import { ordersList } from './orders-list.ts';
import { priceListBench } from './price-list.ts';
import { productsList } from './products-list.ts';
import { productsPage } from './products-page.ts';
import { pruningBench } from './pruning.ts';
import { quotesBench } from './quotes.ts';
import { recorderBench } from './recorder.ts';
import { transformsBench } from './transforms.ts';
import { updateLarge } from './update-large.ts';
import { updateProduct } from './update-product.ts';
import { type BenchedCms, updateProductOnCms } from './update-product-cms.ts';
import { xmlReader } from './xml-reader.ts';

const DIALECTS: readonly Dialect[] = ['sqlite', 'postgres'];
const CMSS: readonly BenchedCms[] = [
  { cms: 'hikashop', title: 'HikaShop', createSite: createHikashopSite },
  {
    ...{ cms: 'virtuemart', title: 'VirtueMart', createSite: createVirtuemartSite },
    settings: NEEDED_SETTINGS,
  },
  { cms: 'thelia', title: 'Thelia', createSite: createTheliaSite },
];
const ON_EACH = [
  updateProduct,
  recorderBench,
  updateLarge,
  productsList,
  productsPage,
  ordersList,
  priceListBench,
  quotesBench,
  consoleBench,
  pruningBench,
];

/** In the order in which they run. */
export const BENCHES: readonly Bench[] = [
  xmlReader,
  ...DIALECTS.flatMap((dialect) => ON_EACH.map((bench) => bench(dialect))),
  customersBench,
  transformsBench,
  ...CMSS.map(updateProductOnCms),
];
