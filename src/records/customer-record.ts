import {
  ADDRESS_FIELDS,
  CONTACT_FIELDS,
  CUSTOMER_FIELDS,
  type Customer,
  type CustomerChange,
  type Nested,
  type NestedChange,
  PERSON_FIELDS,
  type ShopCustomer,
} from '../domain/customer.ts';
import type { FieldTable } from '../domain/fields.ts';
import { defined, filled } from '../domain/optional.ts';
import type { Decoded } from '../domain/problem.ts';
import { readAddress } from './order-record.ts';
import {
  decodeRecord,
  ignoreFields,
  type JsonObject,
  type RecordReader,
  readCustomFields,
  readFields,
  readList,
  readObject,
  readOrEmpty,
  readText,
  refusal,
  refuseOthers,
} from './record-reader.ts';
import { sortedByKey } from './sorted.ts';

/**
 * A customer as `export customers` writes it. `own`: what the shop's own side said, of a customer that it knows; the
 * line then has the shop's `id`, which is otherwise only a number of this store's.
 */
export function formatCustomer(customer: Customer, own?: ShopCustomer): JsonObject {
  const { code, fields, contacts, deliveryAddresses, billingAddress } = customer;
  return {
    code: code ?? null,
    ...defined({ id: own?.id }),
    name: null,
    email: null,
    priceCategory: null,
    ...inOrder({ ...fields }, CUSTOMER_FIELDS),
    contacts: contacts.map((contact) => formatNested(contact, CONTACT_FIELDS)),
    deliveryAddresses: deliveryAddresses.map((address) => formatNested(address, ADDRESS_FIELDS)),
    billingAddress: billingAddress ? formatNested(billingAddress, ADDRESS_FIELDS) : null,
    ...defined({
      customFields: filled(sortedByKey(customer.customFields)),
      shop: own && withoutId(own),
    }),
  };
}

const formatNested = ({ fields, customFields }: Nested<object>, table: FieldTable): JsonObject => ({
  ...inOrder({ ...fields }, table),
  ...defined({ customFields: filled(sortedByKey(customFields)) }),
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
  decodeRecord('customer', source, (reader) => {
    const code = readText(reader, 'code')?.trim() || undefined;
    const id = readText(reader, 'id')?.trim() || undefined;
    reader.record = code ?? id;
    if (code === undefined && id === undefined) throw refusal(reader, 'field_missing', { field: 'code' });
    const shop = readObject(reader, 'shop');
    if (code !== undefined)
      return defined({ erp: readErpPart(reader, code), own: shop && id ? readOwn(shop, id) : undefined });
    if (shop) {
      ignoreErpPart(reader);
      refuseOthers(reader);
    }
    return { own: readOwn(shop ?? reader, id ?? '') };
  });

function readErpPart(reader: RecordReader, code: string): CustomerChange {
  const billing = readObject(reader, 'billingAddress');
  return defined({
    code,
    fields: readFields(reader, CUSTOMER_FIELDS),
    contacts: readList(reader, 'contacts')?.map((part) => readNested(part, CONTACT_FIELDS)),
    deliveryAddresses: readList(reader, 'deliveryAddresses')?.map((part) => readNested(part, ADDRESS_FIELDS)),
    billingAddress: billing ? readNested(billing, ADDRESS_FIELDS) : undefined,
    customFields: readCustomFields(reader),
  });
}

function readNested<Table extends FieldTable>(reader: RecordReader, table: Table) {
  const fields = readFields(reader, table);
  return { fields, ...defined({ customFields: readCustomFields(reader) }) } satisfies NestedChange<unknown>;
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
  ignoreFields(reader, 'code');
  const address = readObject(reader, 'address') ?? { ...reader, source: {}, asked: new Set<string>() };
  const own = {
    ...readOrEmpty(reader, PERSON_FIELDS),
    id,
    address: readAddress(address),
  };
  refuseOthers(address);
  refuseOthers(reader);
  return own;
}
