import type { ShopCustomer } from '../../../domain/customer.ts';
import type { LocalDateTime } from '../../../domain/dates.ts';
import type { Decoded } from '../../../domain/problem.ts';
import { parseDate } from '../../../parsing/date.ts';
import { child, childrenNamed, LEAVES, leaf, node, shape, type XmlElement } from '../../xml/element.ts';
import { writeElement } from '../../xml/writer.ts';
import type { WireOptions } from '../codec.ts';
import { createListCodec } from '../lists/list.ts';
import { readAddress, writeAddress } from '../parts/address.ts';
import { formatDayFirst } from '../parts/day-first.ts';
import { elementFields, requestFields } from '../parts/fields.ts';
import { flatRequest } from '../parts/flat-request.ts';
import { readPerson, writePerson } from '../parts/person.ts';
import { concluded, refuse, startReading } from '../parts/record-reading.ts';

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
    const reading = startReading('customer', options);
    const field = requestFields(request).take('date');
    const since = parseDate(field?.text ?? '');
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
  const reading = startReading('customer', options, element.line);
  const person = readPerson(elementFields(child(element, 'client') ?? element), reading);
  const address = readAddress(elementFields(child(element, 'adresse') ?? element), reading);
  return concluded(reading, { ...person, address });
}
