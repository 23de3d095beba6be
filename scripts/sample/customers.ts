import type { Customer, PostalAddress, ShopCustomer } from '../../src/domain/customer.ts';
import { createRandom, type Random } from './random.ts';
import { decimal } from './values.ts';

/** A customer as the store has it, and what the shop's own side knows of it, if it does. */
export interface SampleCustomer {
  readonly customer: Customer;
  readonly own?: ShopCustomer;
}

/** Nobody is called so. */
const LAST_NAMES = [
  'Brindelune',
  'Pommeciel',
  'Ventdoux',
  'Rivesonge',
  'Clochemousse',
  'Feuillargent',
  'Merlanoix',
  'Soleilrond',
  'Nuagebleu',
  'Grandpoivre',
  'Petitsabot',
  'Doucepluie',
] as const;
const FIRST_NAMES = ['Camille', 'Dominique', 'Claude', 'Andréa', 'Maxence', 'Sacha', 'Noa', 'Lou'] as const;
const CITIES = [
  ['57000', 'Metz'],
  ['67000', 'Strasbourg'],
  ['35000', 'Rennes'],
  ['69003', 'Lyon'],
  ['33000', 'Bordeaux'],
  ['59000', 'Lille'],
  ['13002', 'Marseille'],
  ['44000', 'Nantes'],
] as const;
const COMPANIES = ['Comptoir', 'Épicerie', 'Boutique', 'Maison', 'Galerie'] as const;

const SHOP_CUSTOMERS = 30;
const ERP_CUSTOMERS = 30;

export function sampleCustomers(): readonly SampleCustomer[] {
  const random = createRandom(1871);
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...numbers(SHOP_CUSTOMERS).map((number) => shopCustomer(number, random)),
    ...numbers(ERP_CUSTOMERS).map((number) => erpCustomer(number, random)),
  ];
}

function person(number: number, random: Random) {
  const lastName = LAST_NAMES[number % LAST_NAMES.length] ?? LAST_NAMES[0];
  const firstName = random.pick(FIRST_NAMES);
  const [postcode, city] = random.pick(CITIES);
  return { lastName, firstName, postcode, city, street: `${1 + random.integer(80)} rue des Exemples` };
}

/** The numbering plan keeps these numbers for fiction. */
const phone = (prefix: string, number: number): string => {
  const digits = String(number).padStart(4, '0');
  return `${prefix} ${digits.slice(0, 2)} ${digits.slice(2)}`;
};

function shopCustomer(number: number, random: Random): SampleCustomer {
  const { lastName, firstName, postcode, city, street } = person(number, random);
  const id = String(1000 + number);
  const email = `client${number}@example.org`;
  const address: PostalAddress = {
    country: 'FR',
    lastName,
    firstName,
    address1: street,
    ...(random.oneIn(4) && { address2: 'Bâtiment B' }),
    postcode,
    city,
    mobile: phone('06 39 98', 100 + number),
  };
  const fields = { name: lastName, firstName, email };
  return {
    customer: { id, fields, customFields: {}, contacts: [], deliveryAddresses: [] },
    own: { id, lastName, firstName, email, address },
  };
}

function erpCustomer(number: number, random: Random): SampleCustomer {
  const { lastName, firstName, postcode, city, street } = person(number + 5, random);
  const company = `${random.pick(COMPANIES)} ${lastName}`;
  const email = `achats${number}@example.com`;
  const place = { title: company, street, postcode, city, country: 'France' };
  return {
    customer: {
      id: '',
      code: `CCL${String(number).padStart(5, '0')}`,
      fields: {
        name: company,
        company,
        phone: phone('03 53 01', 200 + number),
        email,
        salesPerson: random.pick(['Secteur Est', 'Secteur Ouest']),
        paymentTerms: '30 jours fin de mois',
        priceCategory: random.pick(['Grossistes', 'Revendeurs']),
        discountRate: decimal(random.pick([0, 2, 5])),
        active: !random.oneIn(15),
      },
      customFields: {},
      contacts: [
        {
          fields: { email: `contact${number}@example.com`, name: lastName, firstName, active: true },
          customFields: {},
        },
      ],
      deliveryAddresses: [{ fields: { ...place, contact: `${firstName} ${lastName}` }, customFields: {} }],
      billingAddress: { fields: { ...place, email }, customFields: {} },
    },
  };
}
