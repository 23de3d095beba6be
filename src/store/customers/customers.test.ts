import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, testPlace } from '../../../test/store/dialects.ts';
import type { Customer, CustomerChange, ShopCustomer } from '../../domain/customer.ts';
import type { BulkResult } from '../../shop/shop.ts';
import type { StoreContext } from '../context.ts';
import { collect, openTestContext, type TestClock } from '../test-context.ts';
import { createCustomers } from './customers.ts';

type CustomersShop = ReturnType<typeof createCustomers>['shop'];
const NO_WRITE: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [`CREATE TRIGGER no_write BEFORE UPDATE ON customer BEGIN SELECT RAISE(ABORT, 'written'); END`],
  postgres: [
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''written''; END'`,
    'CREATE TRIGGER no_write BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION refuse()',
  ],
};

describe.each(DIALECTS)('on %s', (dialect) => {
  let context: StoreContext;
  let clock: TestClock;
  beforeEach(async () => {
    ({ context, clock } = await openTestContext(await testPlace(dialect)));
  });
  afterEach(() => context.database.close());

  async function* batches<Item>(...all: readonly Item[]): AsyncGenerator<Item> {
    yield* all;
  }
  const save = (...changes: readonly CustomerChange[]) =>
    createCustomers(context).shop.saveCustomers(batches(changes));
  const stored = (): Promise<readonly Customer[]> => collect(createCustomers(context).backoffice.customers());
  const listed = (since?: Parameters<CustomersShop['listCustomers']>[0]) =>
    collect(createCustomers(context).shop.listCustomers(since));
  const saveShop = (customer: ShopCustomer) => createCustomers(context).backoffice.saveShopCustomer(customer);

  const shopCustomer = (id: string, email: string): ShopCustomer => ({
    id,
    lastName: 'Lee',
    firstName: 'Ondine',
    email,
    address: {
      country: 'FR',
      lastName: 'Lee',
      firstName: 'O',
      address1: '1 rue',
      postcode: '57000',
      city: 'Metz',
    },
  });

  describe('add_customer', () => {
    it('gives the same as one node after the other, however the nodes are spread over messages', async () => {
      const text = fc.constantFrom('a', 'b', '');
      const nested = fc.record(
        {
          fields: fc.record(
            { email: fc.constantFrom('x@y.fr', 'X@Y.fr', null), phone: fc.option(text, { nil: null }) },
            { requiredKeys: [] },
          ),
          customFields: fc.dictionary(fc.constantFrom('xx_a', '__proto__'), fc.option(text, { nil: null })),
        },
        { requiredKeys: ['fields'] },
      );
      const change = fc.record(
        {
          code: fc.constantFrom('A', 'a', 'B', '__proto__'),
          fields: fc.record(
            { name: fc.option(text, { nil: null }), active: fc.boolean() },
            { requiredKeys: [] },
          ),
          contacts: fc.array(nested, { maxLength: 3 }),
          deliveryAddresses: fc.array(nested, { maxLength: 3 }),
          billingAddress: nested,
        },
        { requiredKeys: ['code', 'fields'] },
      ) as fc.Arbitrary<CustomerChange>;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 4 }), async (messages) => {
          const counts: number[][] = [];
          const states: unknown[] = [];
          for (const split of [messages, messages.flat().map((one) => [one])]) {
            for (const table of ['customer_address', 'customer_contact', 'customer']) {
              await context.database.write((sql) => sql.run(`DELETE FROM ${table}`));
            }
            const results: BulkResult[] = [];
            for (const message of split) results.push(await save(...message));
            counts.push(
              (['created', 'updated', 'unchanged'] as const).map((name) =>
                results.reduce((sum, result) => sum + result[name], 0),
              ),
            );
            states.push((await stored()).map(({ id: _, ...customer }) => customer));
          }
          expect(counts[0]).toEqual(counts[1]);
          expect(new Set(states[0] as unknown[])).toEqual(new Set(states[1] as unknown[]));
        }),
        { numRuns: dialect === 'sqlite' ? 60 : 20 },
      );
    });

    it('merges hundreds of nodes of one customer, page after page', async () => {
      const nodes = Array.from({ length: 700 }, (_, index) => ({
        code: index % 7 === 0 ? 'OTHER' : 'C1',
        fields: { name: `${index}` },
        contacts: [{ fields: { email: `${index}@c1.fr` } }],
      }));
      await save({ code: 'FIRST', fields: {} }, ...nodes, { code: 'LAST', fields: {} });
      const all = await stored();
      expect(all.map(({ code, contacts }) => [code, contacts.length])).toEqual([
        ['FIRST', 0],
        ['OTHER', 100],
        ['C1', 600],
        ['LAST', 0],
      ]);
      expect(all[2]?.fields.name).toBe('699');
      expect(await save(...nodes.slice(-1))).toMatchObject({ unchanged: 1 });
    });

    it('refuses the nodes that would give a customer more contacts than memory should hold, and no other', async () => {
      const contacts = (from: number, count: number) =>
        Array.from({ length: count }, (_, index) => ({ fields: { email: `${from + index}@c1.fr` } }));
      const result = await save(
        { code: 'C2', fields: {}, contacts: contacts(0, 10_001) },
        { code: 'C1', fields: {}, contacts: contacts(0, 9_999) },
        { code: 'C1', fields: { name: 'refused' }, contacts: contacts(9_000, 1_001) },
        { code: 'C1', fields: { name: 'Un' }, contacts: contacts(9_000, 1_000) },
      );
      expect(result).toMatchObject({ created: 1, updated: 1, refusedCount: 2 });
      expect(result.refused[0]).toMatchObject({
        reason: 'entries_too_many',
        record: 'C2',
        field: 'contacts',
      });
      expect(
        (await stored()).map(({ code, fields, contacts: all }) => [code, fields.name, all.length]),
      ).toEqual([['C1', 'Un', 10_000]]);
    });

    it('writes no row for what is unchanged', async () => {
      const change = { code: 'C1', fields: { name: 'Un' }, billingAddress: { fields: { city: 'Metz' } } };
      await save(change);
      await context.database.write(async (sql) => {
        for (const statement of NO_WRITE[dialect]) await sql.run(statement);
      });
      expect(await save(change)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
      await expect(save({ code: 'C1', fields: { name: 'Deux' } })).rejects.toThrow('written');
    });

    it('does not undo what the shop wrote while the message was compared', async () => {
      const { database } = context;
      let merges = 0;
      const racing: StoreContext = {
        ...context,
        database: {
          ...database,
          stage: (work) =>
            database.stage((staging) =>
              work({
                ...staging,
                async merge(write) {
                  merges += 1;
                  if (merges === 1) await saveShop(shopCustomer('11', 'lee@c1.fr'));
                  return staging.merge(write);
                },
              }),
            ),
        },
      };
      const changes = batches([{ code: 'C1', fields: { email: 'LEE@c1.fr' } }]);
      const result = await createCustomers(racing).shop.saveCustomers(changes);
      expect(merges).toBe(2);
      expect(result.warnings.map(({ reason }) => reason)).toEqual(['customer_adopted']);
      expect((await stored()).map(({ id, code }) => [id, code])).toEqual([['11', 'C1']]);
    });
  });

  describe('adoption', () => {
    it('needs exactly one customer of the shop without a code', async () => {
      await saveShop(shopCustomer('11', 'lee@c1.fr'));
      await saveShop(shopCustomer('12', 'Lee@c1.fr'));
      expect(await save({ code: 'C1', fields: { email: 'lee@c1.fr' } })).toMatchObject({
        created: 1,
        warningCount: 0,
      });
    });

    it('gives a customer to the first of two codes in one message', async () => {
      await saveShop(shopCustomer('11', 'lee@c1.fr'));
      const email = 'lee@c1.fr';
      const result = await save({ code: 'Z', fields: { email } }, { code: 'A', fields: { email } });
      expect(result).toMatchObject({ created: 1, updated: 1, warningCount: 1 });
      expect((await stored()).find(({ code }) => code === 'Z')?.id).toBe('11');
    });

    it('makes an id of its own that no customer of the shop has', async () => {
      await saveShop(shopCustomer('erp-2', 'nobody@c1.fr'));
      await save({ code: 'A', fields: {} }, { code: 'B', fields: {} });
      const ids = (await stored()).map(({ id }) => id);
      expect(new Set(ids).size).toBe(3);
    });
  });

  describe('customers_list', () => {
    it('hands back what the ERP said in the shop’s vocabulary', async () => {
      await save({
        code: 'C1',
        fields: { name: 'Or', firstName: 'Ondine', email: 'a@c1.fr', mobile: '06', company: 'SARL' },
        billingAddress: {
          fields: {
            street: '1 rue',
            complement: 'BP',
            postcode: '57000',
            city: 'Metz',
            country: 'FRANCE',
            phone: '03',
          },
        },
      });
      const [{ id, ...customer } = { id: '' }] = await listed();
      expect(id).toMatch(/^erp-/);
      expect(customer).toEqual({
        lastName: 'Or',
        firstName: 'Ondine',
        email: 'a@c1.fr',
        address: {
          country: 'FR',
          company: 'SARL',
          lastName: 'Or',
          firstName: 'Ondine',
          address1: '1 rue',
          address2: 'BP',
          postcode: '57000',
          city: 'Metz',
          phone: '03',
          mobile: '06',
        },
      });
    });

    it('lists each customer once over many pages, with a date those that the shop changed at it or later', async () => {
      for (let index = 0; index < 1100; index += 1)
        await saveShop(shopCustomer(`${index}`, `${index}@c1.fr`));
      await save(...Array.from({ length: 1300 }, (_, index) => ({ code: `C${index}`, fields: {} })));
      expect(new Set((await listed()).map(({ id }) => id)).size).toBe(2400);
      const before = context.now();
      const now = clock.advance();
      await saveShop(shopCustomer('5', 'new@c1.fr'));
      await saveShop(shopCustomer('6', '6@c1.fr'));
      expect((await listed(now)).map(({ id }) => id)).toEqual(['5']);
      expect((await listed(before)).length).toBe(1100);
    });
  });
});
