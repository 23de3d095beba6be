import type { Bench } from '../bench.ts';
import { customersBench } from './customers.ts';
import { ordersList } from './orders-list.ts';
import { priceListBench } from './price-list.ts';
import { productsList } from './products-list.ts';
import { productsPage } from './products-page.ts';
import { updateLarge } from './update-large.ts';
import { updateProduct } from './update-product.ts';
import { xmlReader } from './xml-reader.ts';

/** In the order in which they run. */
export const BENCHES: readonly Bench[] = [
  updateProduct,
  updateLarge,
  productsList,
  productsPage,
  ordersList,
  xmlReader,
  priceListBench,
  customersBench,
];
