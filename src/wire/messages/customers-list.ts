import type { ShopCustomer } from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Decoded } from '../../domain/problem.ts';
import { child, childrenNamed, LEAVES, leaf, node, shape, type XmlElement } from '../xml/element.ts';
import { writeElement } from '../xml/writer.ts';
import { readAddress, writeAddress } from './address.ts';
import type { WireOptions } from './codec.ts';
import { elementFields, requestFields } from './fields.ts';
import { flatRequest } from './flat-request.ts';
import { createListCodec } from './list.ts';
import { readPerson, writePerson } from './person.ts';
import { concluded, refuse, startReading } from './reading.ts';
import { formatDayFirst, parseWireDate } from './wire-dates.ts';

/** Customers that the shop changed at `since` or later; the protocol asks by the day. Without it: all. */
export interface CustomersListRequest {
  readonly since?: LocalDateTime;
}

/** One `<customers>` element a customer, without a list around them (seed §13). */
export const customersListCodec = createListCodec<CustomersListRequest, ShopCustomer>({
  resource: 'customers_list',
  requestShape: LEAVES,
  replyShape: shape({}, { others: shape({ customers: shape({ adresse: LEAVES, client: LEAVES }) }) }),
  layout: () => ({ item: 'customers' }),
  encodeRequest: ({ since }) => flatRequest({ date: since && formatDayFirst(since, '-') }),
  decodeRequest(request, options) {
    const reading = startReading('client', options);
    const field = requestFields(request).take('date');
    const since = parseWireDate(field?.text ?? '');
    if (since === undefined && field) {
      refuse(reading, 'not_a_date', { field: field.name, value: field.text });
    }
    return concluded(reading, since ? { since } : {});
  },
  encodeItem: (customer, options) =>
    writeElement(node('adresse', writeAddress(customer.address, options))) +
    writeElement(node('client', writePerson(customer, [leaf('id', customer.id)], options))),
  decodeItem: decodeCustomer,
  itemsOf: (root) => childrenNamed(root, 'customers'),
});

function decodeCustomer(element: XmlElement, options: WireOptions): Decoded<ShopCustomer> {
  const reading = startReading('client', options, element.line);
  const person = readPerson(elementFields(child(element, 'client') ?? element), reading);
  const address = readAddress(elementFields(child(element, 'adresse') ?? element), reading);
  return concluded(reading, { ...person, address });
}
