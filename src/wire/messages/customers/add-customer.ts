import type { CustomerChange } from '../../../domain/customer.ts';
import { defined, filled } from '../../../domain/optional.ts';
import {
  child,
  childrenNamed,
  foldName,
  LEAVES,
  leaf,
  node,
  type Shape,
  shape,
  type XmlElement,
} from '../../xml/element.ts';
import { writeElement } from '../../xml/writer.ts';
import type { DecodedRecord, StreamCodec, WireOptions } from '../codec.ts';
import { CUSTOMER_PARTS } from '../field-names.ts';
import { customEntries, customFieldsFrom, writeCustomFields } from '../parts/custom-fields.ts';
import { readChanges, writeFields } from '../parts/field-table.ts';
import { elementFields } from '../parts/fields.ts';
import { concluded, type RecordReading, refuse, startReading } from '../parts/record-reading.ts';
import { decodeDone, encodeDone } from '../replies/done.ts';
import { CONTACT_TABLE, CUSTOMER_TABLE, ERP_ADDRESS_TABLE } from './customer-tables.ts';
import { readNested, writeNested } from './nested-records.ts';

const CLIENT: Shape = shape({
  [CUSTOMER_PARTS.contacts]: shape({ contact: LEAVES }),
  [CUSTOMER_PARTS.deliveryAddresses]: shape({ livraison: LEAVES }),
  [CUSTOMER_PARTS.billingAddress]: LEAVES,
});

/** The ERP's customers, add or update: all in one request, or one alone (seed §14). */
export const addCustomerCodec: StreamCodec<CustomerChange> = {
  resource: 'add_customer',
  shape: shape({
    connecteur: shape({ clients: shape({ client: CLIENT }), client: CLIENT }),
    clients: shape({ client: CLIENT }),
    client: CLIENT,
  }),
  recordName: 'client',
  async *encodeRequest(batches, options) {
    yield '<clients>';
    for await (const batch of batches) {
      yield batch.map((customer) => writeElement(writeCustomer(customer, options))).join('');
    }
    yield '</clients>';
  },
  decodeRecord: decodeCustomer,
  encodeReply: (options) => encodeDone('add_customer', options),
  decodeReply: decodeDone,
};

function decodeCustomer(element: XmlElement, options: WireOptions): DecodedRecord<CustomerChange> {
  const reading = startReading('customer', options, element.line);
  const fields = elementFields(element, Object.keys(CLIENT.children));
  const code = readCode(element, fields.take('codetiers')?.text.trim() ?? '', reading);
  reading.record = code;
  const contacts = records(element, CUSTOMER_PARTS.contacts, 'contact');
  const deliveries = records(element, CUSTOMER_PARTS.deliveryAddresses, 'livraison');
  const billing = child(element, CUSTOMER_PARTS.billingAddress);
  const change = {
    code,
    fields: readChanges(CUSTOMER_TABLE, fields, reading),
    customFields: customFieldsFrom(customEntries(fields.rest(), reading)),
    contacts: filled(contacts.map((contact) => readNested(CONTACT_TABLE, contact, reading))),
    deliveryAddresses: filled(deliveries.map((address) => readNested(ERP_ADDRESS_TABLE, address, reading))),
    billingAddress: billing?.children.length ? readNested(ERP_ADDRESS_TABLE, billing, reading) : undefined,
  };
  return concluded(reading, defined(change));
}

const records = (element: XmlElement, list: string, record: string): readonly XmlElement[] =>
  childrenNamed(element, list).flatMap((found) => childrenNamed(found, record));

/** `codetiers` and the attribute `identifiant` say the same; either is enough. */
function readCode(element: XmlElement, code: string, reading: RecordReading): string {
  const [, attribute = ''] =
    Object.entries(element.attributes).find(([name]) => foldName(name) === 'identifiant') ?? [];
  const identifier = attribute.trim();
  if (code === '' && identifier === '') refuse(reading, 'field_missing', { field: 'codetiers' });
  if (code !== '' && identifier !== '' && code !== identifier) {
    refuse(reading, 'value_conflict', { field: 'codetiers', value: code, expected: identifier });
  }
  return code || identifier;
}

function writeCustomer(customer: CustomerChange, options: WireOptions): XmlElement {
  const { code, fields, contacts, deliveryAddresses, billingAddress } = customer;
  const children = [
    leaf('codetiers', code),
    ...writeFields(CUSTOMER_TABLE, fields, options),
    ...writeCustomFields(customer.customFields ?? {}, options),
    ...(contacts
      ? [
          node(
            CUSTOMER_PARTS.contacts,
            contacts.map((record) => writeNested('contact', { table: CONTACT_TABLE, record }, options)),
          ),
        ]
      : []),
    ...(deliveryAddresses
      ? [
          node(
            CUSTOMER_PARTS.deliveryAddresses,
            deliveryAddresses.map((record) =>
              writeNested('livraison', { table: ERP_ADDRESS_TABLE, record }, options),
            ),
          ),
        ]
      : []),
    ...(billingAddress
      ? [
          writeNested(
            CUSTOMER_PARTS.billingAddress,
            { table: ERP_ADDRESS_TABLE, record: billingAddress },
            options,
          ),
        ]
      : []),
  ];
  return node('client', children, { identifiant: code });
}
