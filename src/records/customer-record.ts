import type {
  AddressFields,
  ContactFields,
  Customer,
  CustomerChange,
  CustomerFields,
  Nested,
  NestedChange,
  ShopCustomer,
} from '../domain/customer.ts';
import type { Decoded } from '../domain/problem.ts';
import { defined, filledRecord, sortedByKey } from './optional.ts';
import { readAddress } from './order-record.ts';
import {
  decodeRecord,
  type FieldTable,
  ignoreFields,
  type JsonObject,
  type RecordReader,
  readCustomFields,
  readFields,
  readList,
  readObject,
  readText,
  refusal,
  refuseOthers,
} from './record-reader.ts';

const CUSTOMER_FIELDS = {
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
  priceCategory: 'text',
  discountRate: 'decimal',
  payerCode: 'text',
  payerName: 'text',
  active: 'boolean',
} as const satisfies FieldTable & Record<keyof CustomerFields, unknown>;

const CONTACT_FIELDS = {
  email: 'text',
  name: 'text',
  firstName: 'text',
  phone: 'text',
  mobile: 'text',
  active: 'boolean',
} as const satisfies FieldTable & Record<keyof ContactFields, unknown>;

const ADDRESS_FIELDS = {
  title: 'text',
  contact: 'text',
  street: 'text',
  complement: 'text',
  postcode: 'text',
  city: 'text',
  region: 'text',
  country: 'text',
  phone: 'text',
  email: 'text',
} as const satisfies FieldTable & Record<keyof AddressFields, unknown>;

/**
 * A customer as `export customers` writes it. `own`: what the shop's own side said, of a customer that it knows; the
 * line then has the shop's `id`, which is otherwise only a number of this store's.
 */
export function formatCustomer(customer: Customer, own?: ShopCustomer): JsonObject {
  const { code, fields, contacts, deliveryAddresses, billingAddress } = customer;
  return {
    code: code ?? null,
    ...(own && { id: own.id }),
    name: null,
    email: null,
    priceCategory: null,
    ...inOrder({ ...fields }, CUSTOMER_FIELDS),
    contacts: contacts.map((contact) => formatNested(contact, CONTACT_FIELDS)),
    deliveryAddresses: deliveryAddresses.map((address) => formatNested(address, ADDRESS_FIELDS)),
    billingAddress: billingAddress ? formatNested(billingAddress, ADDRESS_FIELDS) : null,
    ...filledRecord('customFields', sortedByKey(customer.customFields)),
    ...(own && { shop: withoutId(own) }),
  };
}

const formatNested = ({ fields, customFields }: Nested<object>, table: FieldTable): JsonObject => ({
  ...inOrder({ ...fields }, table),
  ...filledRecord('customFields', sortedByKey(customFields)),
});

const inOrder = (fields: JsonObject, table: FieldTable): JsonObject =>
  Object.fromEntries(
    Object.keys(table).flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
  );

const withoutId = ({ id: _, ...rest }: ShopCustomer): Omit<ShopCustomer, 'id'> => rest;

/** Either part may be missing, not both. */
export interface CustomerRecord {
  readonly own?: ShopCustomer;
  readonly erp?: CustomerChange;
}

/**
 * Reads what formatCustomer writes; also a customer of the shop's own in the plain shape of ShopCustomer (`id`,
 * `lastName`, `firstName`, `email`, `address`).
 */
export const readCustomer = (source: unknown): Decoded<CustomerRecord> =>
  decodeRecord('client', source, (reader) => {
    const code = readText(reader, 'code')?.trim() || undefined;
    const id = readText(reader, 'id')?.trim() || undefined;
    reader.record = code ?? id;
    if (code === undefined && id === undefined) throw refusal(reader, 'field_missing', { field: 'code' });
    const shop = readObject(reader, 'shop');
    if (code !== undefined)
      return {
        erp: readErpPart(reader, code),
        ...defined('own', shop && id ? readOwn(shop, id) : undefined),
      };
    if (shop) {
      ignoreErpPart(reader);
      refuseOthers(reader);
    }
    return { own: readOwn(shop ?? reader, id ?? '') };
  });

function readErpPart(reader: RecordReader, code: string): CustomerChange {
  const billing = readObject(reader, 'billingAddress');
  return {
    code,
    fields: readFields(reader, CUSTOMER_FIELDS),
    ...defined(
      'contacts',
      readList(reader, 'contacts')?.map((part) => readNested(part, CONTACT_FIELDS)),
    ),
    ...defined(
      'deliveryAddresses',
      readList(reader, 'deliveryAddresses')?.map((part) => readNested(part, ADDRESS_FIELDS)),
    ),
    ...defined('billingAddress', billing ? readNested(billing, ADDRESS_FIELDS) : undefined),
    ...defined('customFields', readCustomFields(reader)),
  };
}

function readNested<Table extends FieldTable>(reader: RecordReader, table: Table) {
  const fields = readFields(reader, table);
  return { fields, ...defined('customFields', readCustomFields(reader)) } satisfies NestedChange<unknown>;
}

/** Without an ERP code these fields only repeat what `shop` says. */
const ignoreErpPart = (reader: RecordReader): void =>
  ignoreFields(
    reader,
    ...Object.keys(CUSTOMER_FIELDS),
    'contacts',
    'deliveryAddresses',
    'billingAddress',
    'customFields',
  );

function readOwn(reader: RecordReader, id: string): ShopCustomer {
  ignoreFields(reader, 'id', 'code');
  const address = readObject(reader, 'address') ?? { ...reader, source: {}, asked: new Set<string>() };
  const own = {
    id,
    lastName: readText(reader, 'lastName') ?? '',
    firstName: readText(reader, 'firstName') ?? '',
    email: readText(reader, 'email') ?? '',
    address: readAddress(address),
  };
  refuseOthers(address);
  refuseOthers(reader);
  return own;
}
