import type { ProfileName } from '../requirement.ts';
import { ADDRESS_RULES, CLIENT_RULES, once, optional } from './address-rules.ts';
import type { ElementRule } from './schema.ts';

const any = (name: string, children: readonly ElementRule[]): ElementRule => ({
  name,
  occurs: 'any',
  children,
});

/** `<connecteur/>` is an empty list too: nothing but the list may stand in it. */
const listIn = (list: ElementRule): ElementRule => once('connecteur', { closed: true, children: [list] });

const REFERENCE_RULES = [once('id', { text: 'filled' }), once('reference')];

/** Specification §5 and §6. */
export const PRODUCTS_LIST_SCHEMA = listIn(
  optional('products_list', { closed: true, children: [any('product', REFERENCE_RULES)] }),
);

export const OPTIONS_LIST_SCHEMA = listIn(
  optional('options_list', { closed: true, children: [any('option', REFERENCE_RULES)] }),
);

const STATE_RULES = [once('id', { text: 'filled' }), once('current_state', { text: 'filled' })];

/** Specification §10; old readers want an `<orders_list>` for each order, without `<order>`. */
export const ordersListSchema = (profile: ProfileName): ElementRule =>
  profile === 'kit-2015'
    ? listIn(any('orders_list', STATE_RULES))
    : listIn(optional('orders_list', { closed: true, children: [any('order', STATE_RULES)] }));

/** Specification §13: one `<customers>` for each customer. */
export const CUSTOMERS_LIST_SCHEMA = listIn(
  any('customers', [
    once('adresse', { children: ADDRESS_RULES }),
    once('client', { children: CLIENT_RULES }),
  ]),
);
