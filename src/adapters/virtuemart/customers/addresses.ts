import type { PostalAddress } from '../../../domain/customer.ts';
import { defined, filled } from '../../../domain/optional.ts';

/** The columns of an address, with its country's two letters; of an order's or of an account's. */
export interface AddressRow {
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly country: string | null;
}

/** Of `info`, a table of addresses, and `country`, that of countries. */
export const ADDRESS_COLUMNS = [
  'first_name as firstName',
  'middle_name as middleName',
  'last_name as lastName',
  'company',
  'address_1 as address1',
  'address_2 as address2',
  'zip as postcode',
  'city',
  'phone_1 as phone',
  'phone_2 as mobile',
  'country_2_code as country',
] as const;

export const NO_ADDRESS: PostalAddress = {
  ...{ country: '', lastName: '', firstName: '', address1: '', postcode: '', city: '' },
};

const text = (value: string | null): string => value?.trim() ?? '';

export const addressFromRow = (row: AddressRow): PostalAddress => ({
  country: text(row.country),
  lastName: text(row.lastName),
  firstName: [row.firstName, row.middleName].map(text).filter(Boolean).join(' '),
  address1: text(row.address1),
  postcode: text(row.postcode),
  city: text(row.city),
  ...defined({
    company: filled(text(row.company)),
    address2: filled(text(row.address2)),
    phone: filled(text(row.phone)),
    mobile: filled(text(row.mobile)),
  }),
});
