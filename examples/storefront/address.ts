import type { Visit } from './visit.ts';
import type { Language, Word } from './words.ts';

/** The fields of the form, in their order, with what browsers fill in by themselves. */
export const ADDRESS_FIELDS = {
  company: 'organization',
  lastName: 'family-name',
  firstName: 'given-name',
  address1: 'address-line1',
  address2: 'address-line2',
  postcode: 'postal-code',
  city: 'address-level2',
  country: 'country',
  phone: 'tel',
} as const satisfies Partial<Record<Word, string>>;

export type AddressField = keyof typeof ADDRESS_FIELDS;
/** What is not said is empty. */
export type Address = Readonly<Record<AddressField, string>>;

export const COUNTRIES = ['FR', 'BE', 'CH', 'LU', 'DE', 'ES', 'IT', 'GB', 'NL', 'PT'] as const;

export const countryName = (language: Language, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;

export const isRequired = (field: AddressField): boolean =>
  !['company', 'firstName', 'address2', 'phone'].includes(field);

/** What the ERP has of the customer: where it delivers first, else where the invoice goes. */
export function addressOnRecord({ buyer }: Visit): Partial<Address> {
  const customer = buyer?.customer;
  if (!customer) return {};
  const { title, street, complement, postcode, city, country, phone } =
    customer.deliveryAddresses[0] ?? customer.billingAddress ?? {};
  const contact = customer.contacts.find(({ active }) => active !== false);
  const company = title ?? customer.company;
  return {
    lastName: contact?.name ?? customer.name ?? '',
    firstName: contact?.firstName ?? customer.firstName ?? '',
    ...(company !== undefined && { company }),
    ...(street !== undefined && { address1: street }),
    ...(complement !== undefined && { address2: complement }),
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
    country: countryCode(country) ?? 'FR',
    phone: phone ?? customer.phone ?? '',
  };
}

/** ERPs write a name or a code. */
const countryCode = (text = ''): string | undefined =>
  COUNTRIES.find((code) =>
    [code, countryName('fr', code), countryName('en', code)].some(
      (name) => name.toLowerCase() === text.trim().toLowerCase(),
    ),
  );

export const addressFrom = (form: URLSearchParams): Address => {
  const said = (field: AddressField): string => (form.get(field) ?? '').trim();
  return {
    company: said('company'),
    lastName: said('lastName'),
    firstName: said('firstName'),
    address1: said('address1'),
    address2: said('address2'),
    postcode: said('postcode'),
    city: said('city'),
    country: said('country'),
    phone: said('phone'),
  };
};

export const missingIn = (address: Address): readonly Word[] =>
  Object.keys(ADDRESS_FIELDS)
    .filter((field): field is AddressField => field in address)
    .filter((field) => isRequired(field) && address[field] === '');
