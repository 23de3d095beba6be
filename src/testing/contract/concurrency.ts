import assert from 'node:assert/strict';
import type { SaveResult } from '../../shop/shop.ts';
import { collect, expectEqual, message } from './expect.ts';
import { save, stored } from './products.ts';
import { decimal, exchange, moment, order, priceRule } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const times = <Value>(count: number, make: (index: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

function countCreated(subject: ContractSubject, results: readonly SaveResult[]): void {
  if (subject.limits?.outcomes !== undefined) return;
  assert.equal(results.filter(({ outcome }) => outcome === 'created').length, 1);
}

export const concurrencyChecks: readonly Check[] = [
  {
    name: '20 concurrent adds of one reference make one product',
    fields: ['ean13'],
    async run(subject) {
      const adds = times(20, (index) =>
        save(subject, { reference: 'A1', fields: { name: `n${index}`, ean13: 'same' } }, 'add_product'),
      );
      countCreated(subject, await Promise.all(adds));
      const listed = await collect(subject.shop.listProducts({ start: 0 }));
      expectEqual(
        listed.map(({ reference }) => reference),
        ['A1'],
      );
      assert.equal((await stored(subject, 'A1')).fields.ean13, 'same');
    },
  },
  {
    name: '50 concurrent saves of one reference converge: every one is whole, none is lost',
    fields: ['stock', 'metaTitle', 'ean13', 'upc'],
    async run(subject) {
      await save(subject, { reference: 'A1' }, 'add_product');
      await Promise.all(
        times(50, (index) => {
          const fields = { stock: decimal(`${index}`), metaTitle: `${index}` };
          const own = { [index % 2 ? 'ean13' : 'upc']: 'kept' };
          return save(subject, { reference: 'A1', fields: { ...fields, ...own } });
        }),
      );
      const { fields } = await stored(subject, 'A1');
      expectEqual([fields.ean13, fields.upc], ['kept', 'kept']);
      assert.equal(fields.stock, fields.metaTitle, 'the two fields come from one write');
    },
  },
  {
    name: 'concurrent gammes of two parents leave each variant with one of them',
    capabilities: ['variants'],
    async run(subject) {
      const skus = times(5, (index) => `V${index}`);
      const variants = skus.map((reference) => ({
        reference,
        axes: [{ name: 'T', value: reference }],
        fields: {},
      }));
      await Promise.all(
        times(10, (index) => save(subject, { reference: index % 2 ? 'P1' : 'P2', variants }, 'add_product')),
      );
      const listed = await collect(subject.shop.listOptions({ start: 0 }));
      expectEqual(listed.map(({ reference }) => reference).sort(), skus);
      const parents = new Set(
        await Promise.all(skus.map(async (sku) => (await stored(subject, sku)).parent)),
      );
      assert.equal(parents.size, 1, 'each message moves all of its variants');
    },
  },
  {
    name: 'concurrent reads, confirmations and tracking numbers of one order all take effect',
    capabilities: ['tracking'],
    async run(subject) {
      await subject.seed.order(order('1', { placedAt: moment('2026-01-01 00:00:00') }));
      await Promise.all([
        ...times(10, (index) => subject.shop.readOrder('1', exchange(index))),
        ...times(10, () => subject.shop.confirmOrder('1', '5')),
        ...times(10, (index) => subject.shop.saveTracking('1', `T${index % 5}`)),
      ]);
      const stored = await subject.reader.order('1');
      expectEqual(
        [...(stored?.trackingNumbers ?? [])].sort(),
        times(5, (index) => `T${index}`),
      );
      if (subject.shop.capabilities.orderHistory)
        expectEqual(
          stored?.history.map(({ state }) => state),
          ['2', '5'],
        );
      expectEqual(await collect(subject.shop.listOrders({})), []);
    },
  },
  {
    name: 'concurrent messages of customers and price rules converge',
    capabilities: ['customers', 'priceRules'],
    async run(subject) {
      const customers = times(10, (index) => ({ code: `C${index % 3}`, fields: { name: 'same' } }));
      const rules = times(10, (index) => priceRule({ reference: `R${index % 3}` }));
      await Promise.all([
        ...times(8, () => subject.shop.saveCustomers(message(customers))),
        ...times(8, () => subject.shop.savePriceRules(message({ rules, keep: [] }), 'merge')),
      ]);
      const codes = (await collect(subject.reader.customers())).map(({ code }) => code);
      expectEqual(codes.sort(), ['C0', 'C1', 'C2']);
      const references = (await collect(subject.reader.priceRules())).map(({ reference }) => reference);
      expectEqual(references.sort(), ['R0', 'R1', 'R2']);
    },
  },
];
