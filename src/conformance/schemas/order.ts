import type { ProfileName } from '../requirement.ts';
import { ADDRESS_RULES, CLIENT_RULES, once, optional } from './address-rules.ts';
import type { ElementRule } from './schema.ts';

const number = (name: string): ElementRule => once(name, { text: 'number' });

const AMOUNTS = [
  'total_discounts',
  'total_discounts_tax_incl',
  'total_discounts_tax_excl',
  'total_paid',
  'total_products',
  'total_products_wt',
  'total_shipping',
  'carrier_tax_rate',
].map(number);

const LINE: ElementRule = {
  name: 'product',
  occurs: 'any',
  children: [
    once('product_reference', { text: 'filled' }),
    number('product_quantity'),
    once('product_name'),
    number('product_price'),
    number('tva_rate'),
    optional('ecotax', { text: 'optional_number' }),
    optional('product_gamme1'),
    optional('product_gamme2'),
  ],
};

/** The reply to `orders` (specification §11). */
export const orderSchema = (profile: ProfileName): ElementRule =>
  once('connecteur', {
    children: [
      once('order', {
        children: [
          once('livraison', { children: ADDRESS_RULES }),
          once('facturation', { children: [...ADDRESS_RULES, optional('vat_number')] }),
          once('client', { children: [...CLIENT_RULES, optional('code_erp')] }),
          once('commande', { children: headingRules(profile) }),
          once('produits', { children: [LINE] }),
        ],
      }),
    ],
  });

const headingRules = (profile: ProfileName): ElementRule[] => [
  once('date_add', { text: profile === 'kit-2015' ? 'day_first_date' : 'date' }),
  ...['depot', 'currency', 'payment', 'type', 'statut'].map((name) => optional(name)),
  ...AMOUNTS,
  once('livreur'),
];
