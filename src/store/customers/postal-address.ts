import type { AddressFields, CustomerFields, PostalAddress } from '../../domain/customer.ts';
import { countryCode } from './country-code.ts';

/** What the ERP says of a customer, in the vocabulary of customers_list (seed §13). */
export function postalAddress(
  customer: Partial<CustomerFields>,
  address: Partial<AddressFields> = {},
): PostalAddress {
  return {
    country: countryCode(address.country ?? ''),
    lastName: customer.name ?? '',
    firstName: customer.firstName ?? '',
    address1: address.street ?? '',
    postcode: address.postcode ?? '',
    city: address.city ?? '',
    ...optional('company', customer.company ?? address.title),
    ...optional('address2', address.complement),
    ...optional('phone', address.phone ?? customer.phone),
    ...optional('mobile', customer.mobile),
  };
}

const optional = <Name extends string>(
  name: Name,
  value: string | undefined,
): Partial<Record<Name, string>> => (value ? ({ [name]: value } as Record<Name, string>) : {});
