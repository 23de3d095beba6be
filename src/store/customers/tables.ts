import type {
  AddressFields,
  ContactFields,
  Customer,
  CustomerFields,
  PostalAddress,
} from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import { columns, type Row, table } from '../table.ts';
import { ADDRESS, CONTACT, CUSTOM, CUSTOMER, type Custom } from './columns.ts';

/** What the shop's own side says of a customer. */
export interface ShopSide {
  readonly shopLastName?: string;
  readonly shopFirstName?: string;
  readonly shopEmail?: string;
  readonly shopEmailKey?: string;
  readonly shopAddress?: PostalAddress;
}
export const SHOP_SIDE = columns<ShopSide>({
  shopLastName: 'text',
  shopFirstName: 'text',
  shopEmail: 'text',
  shopEmailKey: 'text',
  shopAddress: 'json',
});

interface Keyed {
  readonly customerKey: number;
}

/** What a message of the ERP writes; the rest of the row is the shop's own side. */
type ErpRecord = Keyed &
  Pick<Customer, 'id' | 'code'> &
  Partial<CustomerFields> &
  Custom & { readonly emailKey?: string };
export const ERP_RECORD = columns<ErpRecord>({
  customerKey: 'integer',
  id: 'text',
  code: 'text',
  ...CUSTOMER.kinds,
  ...CUSTOM,
  emailKey: 'text',
});

export type ErpRow = Row<ErpRecord>;

type CustomerRecord = ErpRecord & ShopSide & { readonly shopChangedAt?: LocalDateTime };
export const CUSTOMER_TABLE = table<CustomerRecord>('customer', {
  ...ERP_RECORD.kinds,
  ...SHOP_SIDE.kinds,
  shopChangedAt: 'text',
});
export type CustomerRow = Row<CustomerRecord>;

type ContactRecord = Keyed &
  Partial<ContactFields> &
  Custom & { readonly contactKey: string; readonly position: number };
export const CONTACT_TABLE = table<ContactRecord>('customer_contact', {
  customerKey: 'integer',
  contactKey: 'text',
  position: 'integer',
  ...CONTACT.kinds,
  ...CUSTOM,
});
export type ContactRow = Row<ContactRecord>;

export type AddressKind = 'delivery' | 'billing';
type AddressRecord = Keyed &
  Partial<AddressFields> &
  Custom & { readonly kind: AddressKind; readonly position: number };
export const ADDRESS_TABLE = table<AddressRecord>('customer_address', {
  customerKey: 'integer',
  kind: 'text',
  position: 'integer',
  ...ADDRESS.kinds,
  ...CUSTOM,
});
export type AddressRow = Row<AddressRecord>;
