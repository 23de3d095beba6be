import { authenticationScenario } from './authentication.ts';
import { catalogueListsScenario } from './catalogue-lists.ts';
import { customerWritesScenario } from './customer-writes.ts';
import { customersListScenario } from './customers-list.ts';
import { documentsScenario } from './documents.ts';
import { errorsScenario } from './errors.ts';
import { gammesScenario } from './gammes.ts';
import { orderConfirmationScenario, unknownOrderScenario } from './order-confirmation.ts';
import { ordersScenario } from './orders.ts';
import { ordersListScenario } from './orders-list.ts';
import { priceListsScenario } from './price-lists.ts';
import { productCreationScenario } from './product-creation.ts';
import { productUpdateScenario } from './product-update.ts';
import { refusedWritesScenario } from './refused-writes.ts';
import type { Scenario } from './scenario.ts';
import { transportScenario } from './transport.ts';

/** In the order in which they run; a reading one that lacks data is tried again after those that write. */
export const SCENARIOS: readonly Scenario[] = [
  transportScenario,
  authenticationScenario,
  errorsScenario,
  catalogueListsScenario,
  customersListScenario,
  ordersListScenario,
  ordersScenario,
  productCreationScenario,
  gammesScenario,
  productUpdateScenario,
  refusedWritesScenario,
  customerWritesScenario,
  priceListsScenario,
  documentsScenario,
  unknownOrderScenario,
  orderConfirmationScenario,
];
