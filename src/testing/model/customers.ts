import fc from 'fast-check';
import type {
  AddressFields,
  ContactFields,
  CustomerChange,
  CustomerFields,
  NestedChange,
  PostalAddress,
  ShopCustomer,
} from '../../domain/customer.ts';
import type { ContractSubject } from '../contract/subject.ts';
import { CATEGORIES } from './products.ts';
import { changes, combined, names, perhaps, positive, text } from './values.ts';

type Limits = NonNullable<ContractSubject['limits']>;

export const CODES = ['BAGUES', 'bagues', 'CCL00002'] as const;
const code = fc.constantFrom<string>(...CODES);
export const SHOP_IDS: readonly string[] = ['11', '12'];
const emailOf = (id: string): string => `${id}@bagues.fr`;
/** Of the shop's customers, of contacts, and of nobody. */
export const email = fc.constantFrom(
  '11@bagues.fr',
  '12@Bagues.FR',
  'zhia@bagues.fr',
  'Zhia@bagues.fr',
  'x@y.fr',
);

const fieldsOf = (limits: Limits): fc.Arbitrary<CustomerChange['fields']> =>
  changes<CustomerFields>(
    {
      name: text,
      firstName: text,
      company: text,
      phone: text,
      mobile: text,
      fax: text,
      email,
      salesPerson: text,
      paymentTermsId: text,
      paymentTerms: text,
      priceCategory: fc.constantFrom<string>(...CATEGORIES),
      discountRate: positive,
      payerCode: code,
      payerName: text,
      active: fc.boolean(),
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
      { email, name: text, firstName: text, phone: text, mobile: text, active: fc.boolean() },
      { clearing: limits.clearing_customers === undefined },
    ),
    limits,
  );

const address = (limits: Limits) =>
  nested(
    changes<AddressFields>(
      {
        title: text,
        contact: text,
        street: text,
        complement: text,
        postcode: text,
        city: text,
        region: text,
        country: text,
        phone: text,
        email,
      },
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
    country: fc.constantFrom('FR', 'DE'),
    company: text,
    lastName: text,
    firstName: text,
    address1: text,
    address2: text,
    postcode: text,
    city: text,
    phone: text,
    mobile: text,
  },
  { requiredKeys: ['country', 'lastName', 'firstName', 'address1', 'postcode', 'city'] },
);

/** Each id with an e-mail of its own: of two accounts with one e-mail nothing is said about which is adopted. */
export const shopCustomer: fc.Arbitrary<ShopCustomer> = fc
  .record({
    id: fc.constantFrom(...SHOP_IDS),
    lastName: text,
    firstName: text,
    address: postalAddress,
  })
  .map((customer) => ({ ...customer, email: emailOf(customer.id) }));
