import type { CustomerChange } from '../../domain/customer.ts';
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
} from '../xml/element.ts';
import { writeElement } from '../xml/writer.ts';
import type { DecodedRecord, StreamCodec, WireOptions } from './codec.ts';
import { customEntries, customFieldsFrom, writeCustomFields } from './custom-fields.ts';
import { CONTACT_TABLE, CUSTOMER_TABLE, ERP_ADDRESS_TABLE } from './customer-tables.ts';
import { decodeDone, encodeDone } from './done.ts';
import { readChanges, writeFields } from './field-table.ts';
import { elementFields } from './fields.ts';
import { readNested, writeNested } from './nested-records.ts';
import { concluded, type Reading, refuse, startReading } from './reading.ts';

const CLIENT: Shape = shape({
  contacts: shape({ contact: LEAVES }),
  livraisons: shape({ livraison: LEAVES }),
  facturation: LEAVES,
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
  const reading = startReading('client', options, element.line);
  const fields = elementFields(element, Object.keys(CLIENT.children));
  const code = readCode(element, fields.take('codetiers')?.text.trim() ?? '', reading);
  reading.record = code;
  const contacts = records(element, 'contacts', 'contact');
  const deliveries = records(element, 'livraisons', 'livraison');
  const billing = child(element, 'facturation');
  return concluded(reading, {
    code,
    fields: readChanges(CUSTOMER_TABLE, fields, reading),
    ...customFieldsFrom(customEntries(fields.rest(), reading)),
    ...(contacts.length > 0
      ? { contacts: contacts.map((contact) => readNested(CONTACT_TABLE, contact, reading)) }
      : {}),
    ...(deliveries.length > 0
      ? { deliveryAddresses: deliveries.map((address) => readNested(ERP_ADDRESS_TABLE, address, reading)) }
      : {}),
    ...(billing && billing.children.length > 0
      ? { billingAddress: readNested(ERP_ADDRESS_TABLE, billing, reading) }
      : {}),
  });
}

const records = (element: XmlElement, list: string, record: string): readonly XmlElement[] =>
  childrenNamed(element, list).flatMap((found) => childrenNamed(found, record));

/** `codetiers` and the attribute `identifiant` say the same; either is enough. */
function readCode(element: XmlElement, code: string, reading: Reading): string {
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
            'contacts',
            contacts.map((record) => writeNested('contact', { table: CONTACT_TABLE, record }, options)),
          ),
        ]
      : []),
    ...(deliveryAddresses
      ? [
          node(
            'livraisons',
            deliveryAddresses.map((record) =>
              writeNested('livraison', { table: ERP_ADDRESS_TABLE, record }, options),
            ),
          ),
        ]
      : []),
    ...(billingAddress
      ? [writeNested('facturation', { table: ERP_ADDRESS_TABLE, record: billingAddress }, options)]
      : []),
  ];
  return node('client', children, { identifiant: code });
}
