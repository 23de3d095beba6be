import type { Changes } from './changes.ts';
import type { Decimal } from './decimal.ts';

/** What the ERP says of a customer (seed §14). */
export interface CustomerFields {
  readonly name: string;
  readonly firstName: string;
  readonly company: string;
  readonly phone: string;
  readonly mobile: string;
  readonly fax: string;
  readonly email: string;
  readonly salesPerson: string;
  readonly paymentTermsId: string;
  readonly paymentTerms: string;
  /** The name of the price category; price rules name it as their group. */
  readonly priceCategory: string;
  /** Percent. */
  readonly discountRate: Decimal;
  readonly payerCode: string;
  readonly payerName: string;
  readonly active: boolean;
}
export type CustomerField = keyof CustomerFields;

export interface ContactFields {
  readonly email: string;
  readonly name: string;
  readonly firstName: string;
  readonly phone: string;
  readonly mobile: string;
  readonly active: boolean;
}

export interface AddressFields {
  /** The address's title, `intitule` on the wire: usually the company's name. */
  readonly title: string;
  readonly contact: string;
  readonly street: string;
  readonly complement: string;
  readonly postcode: string;
  readonly city: string;
  readonly region: string;
  /** As the ERP writes it: a name (`France`) or a code. */
  readonly country: string;
  readonly phone: string;
  readonly email: string;
}

/** A record inside a customer: its fields, and what came beside them that we have no name for. */
export interface NestedChange<Fields> {
  readonly fields: Changes<Fields>;
  readonly customFields?: Readonly<Record<string, string | null>>;
}
export interface Nested<Fields> {
  readonly fields: Partial<Fields>;
  readonly customFields: Readonly<Record<string, string>>;
}

/** One `<client>` of `add_customer`: add or update, by `code`. */
export interface CustomerChange extends NestedChange<CustomerFields> {
  /** The ERP's customer code, `codetiers`. */
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

/** A customer as the shop hands it to the ERP (`customers_list`, seed §13) or as the shop's own side made it. */
export interface ShopCustomer {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string;
  readonly address: PostalAddress;
}

/** An address in the orders' and customers' vocabulary (seed §11, §13). All optional fields may be empty. */
export interface PostalAddress {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly company?: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly address1: string;
  readonly address2?: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone?: string;
  readonly mobile?: string;
}
