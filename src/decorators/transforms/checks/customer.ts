import {
  ADDRESS_FIELDS,
  CONTACT_FIELDS,
  CUSTOMER_FIELDS,
  type CustomerChange,
  PERSON_FIELDS,
  POSTAL_ADDRESS_FIELDS,
  POSTAL_ADDRESS_OPTIONS,
  type ShopCustomer,
} from '../../../domain/customer.ts';
import type { FieldTable } from '../../../domain/fields.ts';
import { type Check, changes, code, fieldChecks, list, map, nullable, record, text } from './check.ts';

const customFields = map(nullable(text));

const nested = (table: FieldTable): Check =>
  record({ required: { fields: changes(table) }, optional: { customFields } });

const OPTIONAL = {
  customFields,
  contacts: list(nested(CONTACT_FIELDS)),
  deliveryAddresses: list(nested(ADDRESS_FIELDS)),
  billingAddress: nested(ADDRESS_FIELDS),
} satisfies Record<Exclude<keyof CustomerChange, 'code' | 'fields'>, Check>;

export const customerChange = record({
  required: { code, fields: changes(CUSTOMER_FIELDS) },
  optional: OPTIONAL,
});

const addressRequired = fieldChecks(POSTAL_ADDRESS_FIELDS);
const addressOptional = fieldChecks(POSTAL_ADDRESS_OPTIONS);

export const postalAddress = record({ required: addressRequired, optional: addressOptional });

export const billingAddress = record({
  required: addressRequired,
  optional: { ...addressOptional, vatNumber: text },
});

export const person = fieldChecks(PERSON_FIELDS);

export const shopCustomer = record({
  required: { ...person, address: postalAddress } satisfies Record<keyof ShopCustomer, Check>,
});
