import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShopCustomer } from '../../../domain/customer.ts';
import type { ListCodec, WireOptions } from '../codec.ts';
import { customersListCodec } from '../customers/customers-list.ts';
import { ordersListCodec } from '../orders/orders-list.ts';
import { encodeError } from '../replies/error.ts';
import { code, day, label, text } from '../testing/arbitraries.ts';
import { postalAddress } from '../testing/order-arbitraries.ts';
import {
  decodedValue,
  inBatches,
  joined,
  PLAIN_OPTIONS,
  posted,
  readXml,
  sent,
} from '../testing/round-trip.ts';
import { optionsListCodec, productsListCodec } from './product-lists.ts';

async function replied<Request, Item>(
  codec: ListCodec<Request, Item>,
  items: readonly Item[],
  options: WireOptions,
) {
  const xml = await joined(codec.encodeReply(inBatches(items), options));
  return decodedValue(codec.decodeReply(readXml(xml, codec.replyShape), options));
}

const xmlOf = <Request, Item>(
  codec: ListCodec<Request, Item>,
  items: readonly Item[],
  options = PLAIN_OPTIONS,
) => joined(codec.encodeReply(inBatches(items), options));

const KIT: WireOptions = { ...PLAIN_OPTIONS, profile: 'kit-2015' };
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

describe('replies', () => {
  test('products and options', async () => {
    expect(await xmlOf(productsListCodec, [{ id: '1', reference: 'A&B' }])).toBe(
      `${HEAD}<connecteur><products_list><product><id>1</id><reference>A&amp;B</reference></product></products_list></connecteur>`,
    );
    expect(await xmlOf(optionsListCodec, [{ id: '1', reference: 'AB 12/L' }])).toBe(
      `${HEAD}<connecteur><options_list><option><id>1</id><reference>AB 12/L</reference></option></options_list></connecteur>`,
    );
    expect(await xmlOf(optionsListCodec, [])).toBe(`${HEAD}<connecteur><options_list/></connecteur>`);
  });

  test('orders, flat for old readers', async () => {
    const orders = [
      { id: '1', state: '2' },
      { id: 'B', state: 'payé' },
    ];
    expect(await xmlOf(ordersListCodec, orders)).toBe(
      `${HEAD}<connecteur><orders_list><order><id>1</id><current_state>2</current_state></order>` +
        '<order><id>B</id><current_state>payé</current_state></order></orders_list></connecteur>',
    );
    expect(await xmlOf(ordersListCodec, orders, KIT)).toBe(
      `${HEAD}<connecteur><orders_list><id>1</id><current_state>2</current_state></orders_list>` +
        '<orders_list><id>B</id><current_state>payé</current_state></orders_list></connecteur>',
    );
    expect(await xmlOf(ordersListCodec, [], KIT)).toBe(`${HEAD}<connecteur/>`);
  });

  test('an empty list of customers', async () => {
    expect(await xmlOf(customersListCodec, [])).toBe(`${HEAD}<connecteur/>`);
  });

  test('nothing is written before the first batch is there', async () => {
    const failing = (async function* () {
      yield [];
      throw new Error('store');
    })();
    const reply = productsListCodec.encodeReply(failing, PLAIN_OPTIONS)[Symbol.asyncIterator]();
    await expect(reply.next()).rejects.toThrow('store');
  });

  test('an error of the other shop is its sentence', () => {
    const root = readXml(encodeError('Clé < refusée'), productsListCodec.replyShape);
    expect(productsListCodec.decodeReply(root, PLAIN_OPTIONS)).toEqual({
      ok: false,
      problem: { reason: 'remote_error', value: 'Clé < refusée' },
    });
    const page = readXml('<html><body>404</body></html>', productsListCodec.replyShape);
    expect(productsListCodec.decodeReply(page, PLAIN_OPTIONS)).toMatchObject({
      problem: { reason: 'reply_unexpected', value: 'html' },
    });
  });

  test('what our server lists is what our connector reads', async () => {
    const reference = fc.record({ id: code, reference: code });
    const order = fc.record({ id: code, state: code });
    const customer: fc.Arbitrary<ShopCustomer> = fc.record({
      id: code,
      lastName: text,
      firstName: text,
      email: label,
      address: postalAddress,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(reference),
        fc.array(order),
        fc.array(customer),
        async (references, orders, customers) => {
          expect(await replied(productsListCodec, references, PLAIN_OPTIONS)).toEqual(references);
          expect(await replied(optionsListCodec, references, PLAIN_OPTIONS)).toEqual(references);
          expect(await replied(ordersListCodec, orders, PLAIN_OPTIONS)).toEqual(orders);
          expect(await replied(ordersListCodec, orders, KIT)).toEqual(orders);
          expect(await replied(customersListCodec, customers, PLAIN_OPTIONS)).toEqual(customers);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('requests', () => {
  test.each([
    ['500', { start: 0, count: 500 }],
    ['0,500', { start: 0, count: 500 }],
    [' 1000 , 500 ', { start: 1000, count: 500 }],
    ['', { start: 0 }],
  ])('limit=%s', (limit, slice) => {
    expect(productsListCodec.decodeRequest(posted({ limit }), PLAIN_OPTIONS)).toEqual({
      ok: true,
      value: slice,
      warnings: [],
    });
  });

  test.each(['a', '1,2,3', '-1,5', '1;5', '1.5', ',5', '1,', '9'.repeat(40)])(
    'limit=%s is an error',
    (limit) => {
      expect(productsListCodec.decodeRequest(posted({ limit }), PLAIN_OPTIONS)).toMatchObject({
        ok: false,
        problem: { reason: 'limit_unreadable', field: 'limit' },
      });
    },
  );

  test.each([
    ['1, 2,,3', { states: ['1', '2', '3'] }],
    ['payé', { states: ['payé'] }],
    [' ', {}],
  ])('filter=%s', (filter, query) => {
    expect(ordersListCodec.decodeRequest(posted({ filter }), PLAIN_OPTIONS)).toMatchObject({ value: query });
  });

  test.each([
    ['22-03-2013', { since: '2013-03-22 00:00:00' }],
    ['2013-03-22 10:00:00', { since: '2013-03-22 10:00:00' }],
    ['0000-00-00', {}],
    ['', {}],
  ])('date=%s', (date, query) => {
    expect(customersListCodec.decodeRequest(posted({ date }), PLAIN_OPTIONS)).toEqual({
      ok: true,
      value: query,
      warnings: [],
    });
  });

  test('a date that is none is an error that names it', () => {
    expect(customersListCodec.decodeRequest(posted({ date: 'hier' }), PLAIN_OPTIONS)).toMatchObject({
      problem: { reason: 'not_a_date', field: 'date', value: 'hier' },
    });
  });

  test('what our connector asks is what our server reads', () => {
    const roundTrip = <Request, Item>(codec: ListCodec<Request, Item>, request: Request) =>
      decodedValue(
        codec.decodeRequest(
          sent(codec.encodeRequest(request, PLAIN_OPTIONS), codec.requestShape),
          PLAIN_OPTIONS,
        ),
      );
    const slice = fc.record({ start: fc.nat(), count: fc.nat() });
    const states = fc.array(
      code.filter((state) => !state.includes(',')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(slice, states, day, (page, wanted, since) => {
        expect(roundTrip(productsListCodec, page)).toEqual(page);
        expect(roundTrip(productsListCodec, { start: 0 })).toEqual({ start: 0 });
        expect(roundTrip(ordersListCodec, { states: wanted })).toEqual({ states: wanted });
        expect(roundTrip(ordersListCodec, {})).toEqual({});
        expect(roundTrip(customersListCodec, { since })).toEqual({ since });
      }),
    );
  });
});
