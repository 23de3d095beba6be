import type {
  AddressFields,
  ContactFields,
  CustomerChange,
  CustomerFields,
  NestedChange,
} from '../../domain/customer.ts';
import { decimalFromUnits } from './amounts.ts';
import { fiveDigits } from './article-plan.ts';
import { type Dice, throwDice } from './dice.ts';
import type { World } from './options.ts';
import {
  companyFrom,
  complementFrom,
  type Person,
  personFrom,
  phoneNumber,
  streetFrom,
  townFrom,
} from './people.ts';
import { PRICE_CATEGORIES } from './price-categories.ts';

const TERMS = [
  { paymentTermsId: '30FM', paymentTerms: '30 jours fin de mois' },
  { paymentTermsId: 'CB', paymentTerms: 'Comptant à la commande' },
  { paymentTermsId: '45', paymentTerms: 'Chèque à 45 jours & escompte' },
] as const;

export const customerCode = (number: number): string => `CLI${fiveDigits(number)}`;

/** The person whose address the customer's own is, and who orders in the shop. */
export const firstContact = (world: World, number: number): Person => contactPerson(world, number, 0);

/** `revision` counts how often the customer's record has changed: its telephone does each time. */
export function customerChange(world: World, number: number, revision: number): CustomerChange {
  const dice = throwDice(world.seed, 'customer', number);
  const people = Array.from({ length: dice.between(1, 3, 'contacts') }, (_, at) =>
    contactPerson(world, number, at),
  );
  const company = companyFrom(dice);
  const town = throwDice(world.seed, 'customer', number, 'billing');
  return {
    code: customerCode(number),
    fields: customerFields({ dice, company, person: firstContact(world, number), revision }),
    contacts: people.map((person, at) => contactChange(person, at === 0 || !dice.chance(10, `left ${at}`))),
    deliveryAddresses: Array.from({ length: dice.below(3, 'deliveries') }, (_, at) =>
      addressChange(throwDice(world.seed, 'customer', number, 'delivery', at), company),
    ),
    billingAddress: addressChange(town, company),
    customFields: {
      [`${world.profile.customFieldPrefix}secteur`]: `Secteur ${dice.between(1, 9, 'sector')}`,
    },
  };
}

const contactPerson = ({ seed }: World, number: number, at: number): Person =>
  personFrom(throwDice(seed, 'customer', number, 'contact', at), `${number}-${at + 1}`);

interface CustomerPlan {
  readonly dice: Dice;
  readonly company: string;
  readonly person: Person;
  readonly revision: number;
}

function customerFields({ dice, company, person, revision }: CustomerPlan): Partial<CustomerFields> {
  return {
    name: person.lastName,
    firstName: person.firstName,
    company,
    // 13 and 10,000 have no common divisor: each revision has another number.
    phone: phoneNumber('01 99 00', (dice.below(10_000, 'switchboard') + revision * 13) % 10_000),
    mobile: person.mobile,
    email: person.email,
    salesPerson: dice.pick(['Mme Rivière', 'M. O’Brien', 'Équipe Grand-Ouest'], 'sales person'),
    ...dice.pick(TERMS, 'terms'),
    priceCategory: dice.pick(PRICE_CATEGORIES, 'price category'),
    discountRate: decimalFromUnits(dice.below(40, 'discount') * 25, 2),
    ...(dice.chance(10, 'has payer')
      ? { payerCode: customerCode(0), payerName: 'Centrale d’achat & Cie' }
      : {}),
    active: !dice.chance(4, 'is inactive'),
  };
}

const contactChange = (person: Person, active: boolean): NestedChange<ContactFields> => ({
  fields: {
    email: person.email,
    name: person.lastName,
    firstName: person.firstName,
    phone: person.phone,
    mobile: person.mobile,
    active,
  },
});

function addressChange(dice: Dice, company: string): NestedChange<AddressFields> {
  const complement = complementFrom(dice);
  return {
    fields: {
      title: company,
      street: streetFrom(dice),
      ...(complement === undefined ? {} : { complement }),
      ...townFrom(dice),
      country: 'France',
      phone: phoneNumber('01 99 00', dice.below(10_000, 'phone')),
    },
  };
}
