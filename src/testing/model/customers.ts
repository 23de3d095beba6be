import fc from 'fast-check';
import {
  ADDRESS_FIELDS,
  type AddressFields,
  CONTACT_FIELDS,
  type ContactFields,
  CUSTOMER_FIELDS,
  type CustomerChange,
  type CustomerFields,
  type NestedChange,
  POSTAL_ADDRESS_FIELDS,
  POSTAL_ADDRESS_OPTIONS,
  type PostalAddress,
  type ShopCustomer,
} from '../../domain/customer.ts';
import { fieldNames } from '../../domain/fields.ts';
import type { ContractSubject } from '../contract/subject.ts';
import { CATEGORIES } from './products.ts';
import { changes, combined, names, ofKinds, perhaps, positive, text } from './values.ts';

type Limits = NonNullable<ContractSubject['limits']>;

/** The last is longer than what a problem quotes. */
export const CODES = ['BAGUES', 'bagues', 'CCL00002', 'C'.repeat(90)] as const;
const code = fc.constantFrom<string>(...CODES);
export const SHOP_IDS: readonly string[] = ['11', '12'];
/** Of the shop's customers, of contacts, and of nobody. */
const EMAILS = [
  '11@bagues.fr',
  '12@Bagues.FR',
  'zhia@bagues.fr',
  'Zhia@bagues.fr',
  'x@y.fr',
  `${'z'.repeat(80)}@y.fr`,
];
const SPACED = [' 11@bagues.fr', '12@bagues.fr ', ' Zhia@bagues.fr ', ' '];
export const email = (limits: Limits): fc.Arbitrary<string> =>
  fc.constantFrom(...EMAILS, ...(limits.outer_spaces === undefined ? SPACED : []));

const fieldsOf = (limits: Limits): fc.Arbitrary<CustomerChange['fields']> =>
  changes<CustomerFields>(
    {
      ...ofKinds(CUSTOMER_FIELDS),
      email: email(limits),
      priceCategory: fc.constantFrom<string>(...CATEGORIES),
      discountRate: positive,
      payerCode: code,
    },
    { clearing: limits.clearing_customers === undefined },
  );

function nested<Fields>(
  fields: fc.Arbitrary<NestedChange<Fields>['fields']>,
  limits: Limits,
): fc.Arbitrary<NestedChange<Fields>> {
  if (limits.nested_custom_fields !== undefined) return fc.record({ fields });
  const clearing = limits.clearing_customers === undefined;
  return combined(fc.record({ fields }), perhaps('customFields', names(['xx_a', 'xx_b'], { clearing })));
}

const contact = (limits: Limits) =>
  nested(
    changes<ContactFields>(
      { ...ofKinds(CONTACT_FIELDS), email: email(limits) },
      { clearing: limits.clearing_customers === undefined },
    ),
    limits,
  );

const address = (limits: Limits) =>
  nested(
    changes<AddressFields>(
      { ...ofKinds(ADDRESS_FIELDS), email: email(limits) },
      { clearing: limits.clearing_customers === undefined },
    ),
    limits,
  );

export function customerChange(limits: Limits): fc.Arbitrary<CustomerChange> {
  const clearing = limits.clearing_customers === undefined;
  const lists = fc.record(
    {
      customFields: names(['xx_a', 'xx_b', '__proto__'], { clearing }),
      contacts: fc.array(contact(limits), { maxLength: 3 }),
      deliveryAddresses: fc.array(address(limits), { maxLength: 2 }),
      billingAddress: address(limits),
    },
    { requiredKeys: [] },
  );
  return combined(fc.record({ code, fields: fieldsOf(limits) }), lists);
}

export const postalAddress: fc.Arbitrary<PostalAddress> = fc.record(
  {
    ...ofKinds(POSTAL_ADDRESS_FIELDS),
    ...ofKinds(POSTAL_ADDRESS_OPTIONS),
    country: fc.constantFrom('FR', 'DE'),
  },
  { requiredKeys: [...fieldNames(POSTAL_ADDRESS_FIELDS)] },
);

/** Each id with an e-mail of its own: of two accounts with one e-mail nothing is said about which is adopted. */
export function shopCustomer(limits: Limits): fc.Arbitrary<ShopCustomer> {
  const spaces = limits.outer_spaces === undefined ? ['', ' '] : [''];
  return fc
    .record({
      id: fc.constantFrom(...SHOP_IDS),
      lastName: text,
      firstName: text,
      address: postalAddress,
      space: fc.constantFrom(...spaces),
    })
    .map(({ space, ...customer }) => ({ ...customer, email: `${space}${customer.id}@bagues.fr${space}` }));
}
