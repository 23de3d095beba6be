import type { Changes } from './changes.ts';
import type { FieldsOf, FieldTable } from './fields.ts';

/** What the ERP says of a customer (seed §14). */
export const CUSTOMER_FIELDS = {
  name: 'text',
  firstName: 'text',
  company: 'text',
  phone: 'text',
  mobile: 'text',
  fax: 'text',
  email: 'text',
  salesPerson: 'text',
  paymentTermsId: 'text',
  paymentTerms: 'text',
  /** The name of the price category; price rules name it as their group. */
  priceCategory: 'text',
  /** Percent. */
  discountRate: 'decimal',
  payerCode: 'text',
  payerName: 'text',
  active: 'boolean',
} as const satisfies FieldTable;

export const CONTACT_FIELDS = {
  email: 'text',
  name: 'text',
  firstName: 'text',
  phone: 'text',
  mobile: 'text',
  active: 'boolean',
} as const satisfies FieldTable;

/** A delivery or billing address, as the ERP has it. */
export const ADDRESS_FIELDS = {
  /** The address's title: usually the company's name. */
  title: 'text',
  contact: 'text',
  street: 'text',
  complement: 'text',
  postcode: 'text',
  city: 'text',
  region: 'text',
  /** As the ERP writes it: a name (`France`) or a code. */
  country: 'text',
  phone: 'text',
  email: 'text',
} as const satisfies FieldTable;

export type CustomerFields = FieldsOf<typeof CUSTOMER_FIELDS>;
export type ContactFields = FieldsOf<typeof CONTACT_FIELDS>;
export type AddressFields = FieldsOf<typeof ADDRESS_FIELDS>;

/** A record inside a customer: its fields, and what came beside them that we have no name for. */
export interface NestedChange<Fields> {
  readonly fields: Changes<Fields>;
  readonly customFields?: Readonly<Record<string, string | null>>;
}
export interface Nested<Fields> {
  readonly fields: Partial<Fields>;
  readonly customFields: Readonly<Record<string, string>>;
}

/** What `add_customer` says of one customer: add or update, by `code`. */
export interface CustomerChange extends NestedChange<CustomerFields> {
  /** The ERP's customer code. */
  readonly code: string;
  /** A contact's key is its e-mail (in any case), else its position; contacts that are not named stay. */
  readonly contacts?: readonly NestedChange<ContactFields>[];
  /** By position; those that are not named stay. */
  readonly deliveryAddresses?: readonly NestedChange<AddressFields>[];
  readonly billingAddress?: NestedChange<AddressFields>;
}

/** A customer as stored. */
export interface Customer extends Nested<CustomerFields> {
  /** The shop's id. */
  readonly id: string;
  /** The ERP's code, once known. */
  readonly code?: string;
  readonly contacts: readonly Nested<ContactFields>[];
  readonly deliveryAddresses: readonly Nested<AddressFields>[];
  readonly billingAddress?: Nested<AddressFields>;
}

/** An account of the shop, as orders and `customers_list` name one (seed §11, §13). */
export const PERSON_FIELDS = {
  /** The shop's id. */
  id: 'text',
  lastName: 'text',
  firstName: 'text',
  email: 'text',
} as const satisfies FieldTable;

export type Person = FieldsOf<typeof PERSON_FIELDS>;

/** A customer as the shop hands it to the ERP (`customers_list`, seed §13) or as the shop's own side made it. */
export interface ShopCustomer extends Person {
  readonly address: PostalAddress;
}

/** An address in the orders' and the shop's customers' vocabulary (seed §11, §13): these may be empty, never absent. */
export const POSTAL_ADDRESS_FIELDS = {
  /** ISO 3166-1 alpha-2. */
  country: 'text',
  lastName: 'text',
  firstName: 'text',
  address1: 'text',
  postcode: 'text',
  city: 'text',
} as const satisfies FieldTable;

/** What only some addresses have. */
export const POSTAL_ADDRESS_OPTIONS = {
  company: 'text',
  address2: 'text',
  phone: 'text',
  mobile: 'text',
} as const satisfies FieldTable;

export interface PostalAddress
  extends FieldsOf<typeof POSTAL_ADDRESS_FIELDS>,
    Partial<FieldsOf<typeof POSTAL_ADDRESS_OPTIONS>> {}
