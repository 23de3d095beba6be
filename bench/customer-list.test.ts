import { expect, it } from 'vitest';
import { addCustomerCodec } from '../src/wire/messages/customers/add-customer.ts';
import { readRecords } from '../src/wire/xml/records.ts';
import { WIRE } from '../test/support/endpoint.ts';
import { customerListXml, customerRows } from './customer-list.ts';

const CUSTOMERS = 5;

it('says the same in XML as in the rows that sqlite3 imports', async () => {
  const source = (async function* () {
    yield Buffer.from([...customerListXml(CUSTOMERS)].join(''));
  })();
  const records = (await Array.fromAsync(readRecords(source, addCustomerCodec))).flat();
  expect(records).toHaveLength(CUSTOMERS);
  records.forEach((record, index) => {
    const decoded = addCustomerCodec.decodeRecord(record, WIRE);
    if (!decoded.ok) throw new Error(decoded.problem.reason);
    const { code, fields, contacts = [], deliveryAddresses = [], billingAddress } = decoded.value;
    const rows = customerRows(index);
    const cells = (table: string) => rows.filter(([name]) => name === table).map(([, row]) => row);
    expect(cells('customer')).toMatchObject([
      { code, name: fields.name, email: fields.email, price_category: fields.priceCategory },
    ]);
    expect(cells('customer_contact').map(({ email, name }) => ({ email, name }))).toEqual(
      contacts.map(({ fields: { email, name } }) => ({ email, name })),
    );
    expect(cells('customer_address').map(({ street, city }) => ({ street, city }))).toEqual(
      [...deliveryAddresses, billingAddress].map((address) => ({
        street: address?.fields.street,
        city: address?.fields.city,
      })),
    );
  });
});

it('has rows of a primary key of their own', () => {
  const keys = Array.from({ length: CUSTOMERS }, (_, index) => customerRows(index))
    .flat()
    .map(([table, { customer_key, contact_key, kind, position }]) =>
      [table, customer_key, contact_key, kind, position].join(' '),
    );
  expect(new Set(keys).size).toBe(keys.length);
});
