import type { Requirement } from '../requirement.ts';
import { AUTHENTICATION_REQUIREMENTS } from './authentication.ts';
import { CUSTOMERS_REQUIREMENTS } from './customers.ts';
import { DOCUMENTS_REQUIREMENTS } from './documents.ts';
import { ERRORS_REQUIREMENTS } from './errors.ts';
import { GAMMES_REQUIREMENTS } from './gammes.ts';
import { LISTS_REQUIREMENTS } from './lists.ts';
import { ORDER_CONFIRMATION_REQUIREMENTS } from './order-confirmation.ts';
import { ORDERS_REQUIREMENTS } from './orders.ts';
import { PRICE_LISTS_REQUIREMENTS } from './price-lists.ts';
import { PRODUCT_CREATION_REQUIREMENTS } from './product-creation.ts';
import { PRODUCT_UPDATE_REQUIREMENTS } from './product-update.ts';
import { TRACKING_REQUIREMENTS } from './tracking.ts';
import { TRANSPORT_REQUIREMENTS } from './transport.ts';

const ALL = [
  ...TRANSPORT_REQUIREMENTS,
  ...AUTHENTICATION_REQUIREMENTS,
  ...ERRORS_REQUIREMENTS,
  ...LISTS_REQUIREMENTS,
  ...ORDERS_REQUIREMENTS,
  ...ORDER_CONFIRMATION_REQUIREMENTS,
  ...CUSTOMERS_REQUIREMENTS,
  ...PRODUCT_CREATION_REQUIREMENTS,
  ...GAMMES_REQUIREMENTS,
  ...PRODUCT_UPDATE_REQUIREMENTS,
  ...PRICE_LISTS_REQUIREMENTS,
  ...DOCUMENTS_REQUIREMENTS,
  ...TRACKING_REQUIREMENTS,
] as const;

/** A misspelt id in a scenario is an error of types. */
export type RequirementId = (typeof ALL)[number]['id'];

/** Everything that is asked of a webservice, in the order of reports. */
export const REQUIREMENTS: readonly (Requirement & { readonly id: RequirementId })[] = ALL;
