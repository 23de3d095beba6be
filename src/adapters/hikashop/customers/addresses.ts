import type { PostalAddress } from '../../../domain/customer.ts';
import { defined, filled } from '../../../domain/optional.ts';
import type { HikashopSql } from '../tables.ts';

export interface Address {
  readonly postal: PostalAddress;
  readonly vatNumber: string;
}

export const NO_ADDRESS: Address = {
  postal: { country: '', lastName: '', firstName: '', address1: '', postcode: '', city: '' },
  vatNumber: '',
};

/** These addresses, by id. */
export async function readAddresses(
  sql: HikashopSql,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Address>> {
  const wanted = [...new Set(ids)].filter((id) => id !== 0);
  if (wanted.length === 0) return new Map();
  const rows = await addressRows(sql, wanted);
  return new Map(rows.map((row) => [row.id, addressFromRow(row)]));
}

const addressRows = (sql: HikashopSql, ids: readonly number[]) =>
  sql
    .selectFrom('hikashop_address as address')
    .leftJoin('hikashop_zone as zone', 'zone.zone_namekey', 'address.address_country')
    .select([
      'address.address_id as id',
      'address_firstname as firstName',
      'address_middle_name as middleName',
      'address_lastname as lastName',
      'address_company as company',
      'address_street as address1',
      'address_street2 as address2',
      'address_post_code as postcode',
      'address_city as city',
      'address_telephone as phone',
      'address_telephone2 as mobile',
      'address_country as countryKey',
      'zone_code_2 as country',
      'address_vat as vatNumber',
    ])
    .where('address.address_id', 'in', ids)
    .execute();

type AddressRow = Awaited<ReturnType<typeof addressRows>>[number];

function addressFromRow(row: AddressRow): Address {
  const text = (value: string | null): string => value?.trim() ?? '';
  const option = (value: string | null): string | undefined => filled(text(value));
  return {
    postal: {
      country: row.country ?? countryFromKey(text(row.countryKey)),
      lastName: text(row.lastName),
      firstName: [row.firstName, row.middleName].map(text).filter(Boolean).join(' '),
      address1: text(row.address1),
      postcode: text(row.postcode),
      city: text(row.city),
      ...defined({
        company: option(row.company),
        address2: option(row.address2),
        phone: option(row.phone),
        mobile: option(row.mobile),
      }),
    },
    vatNumber: text(row.vatNumber),
  };
}

/** A code that somebody wrote in the place of a zone's key. */
const countryFromKey = (key: string): string => (/^[A-Z]{2}$/.test(key) ? key : '');
