import assert from 'node:assert/strict';
import { collect, expectEqual } from '../contract/expect.ts';
import { decimal, order } from '../contract/samples.ts';
import { type BackofficeCheck, partOf } from './subject.ts';

export const readingChecks: readonly BackofficeCheck[] = [
  {
    name: 'an empty shop reads as empty, and what nobody stored is undefined',
    needs: ['reader'],
    async run(subject) {
      const reader = partOf(subject, 'reader');
      for (const list of ['products', 'customers', 'orders', 'priceRules', 'salesDocuments'] as const)
        expectEqual(await collect<unknown>(reader[list]()), [], list);
      assert.equal(await reader.product('nobody'), undefined);
      assert.equal(await reader.order('nobody'), undefined);
      assert.equal(await reader.blob('0'.repeat(64)), undefined);
    },
  },
  {
    name: 'all products are read once each, over any number of batches, whatever is added meanwhile',
    needs: ['reader'],
    async run(subject) {
      const add = (reference: string) => subject.shop.saveProduct({ reference, fields: {} }, 'add_product');
      const first = Array.from({ length: 620 }, (_, index) => `P${index}`);
      await Promise.all(first.map(add));
      const seen: string[] = [];
      for await (const batch of partOf(subject, 'reader').products()) {
        seen.push(...batch.map(({ reference }) => reference));
        if (seen.length < 2000) await add(`new-${seen.length}`);
      }
      assert.equal(new Set(seen).size, seen.length, 'each once');
      expectEqual(seen.filter((reference) => reference.startsWith('P')).sort(), [...first].sort());
    },
  },
  {
    name: 'every order is read with its own lines, history and parcels, over any number of batches',
    needs: ['reader', 'shopSide'],
    async run(subject) {
      const { placeOrder } = partOf(subject, 'shopSide');
      const { tracking } = subject.shop.capabilities;
      for (let index = 0; index < 620; index += 1) {
        const line = {
          reference: `L${index}`,
          quantity: decimal('1'),
          name: '',
          netUnitPrice: decimal('1'),
          taxRate: decimal('20'),
        };
        await placeOrder(order(`${index}`, { state: 'paid', lines: index % 2 ? [line, line] : [] }));
        if (tracking && index % 3 === 0) await subject.shop.saveTracking(`${index}`, `T${index}`);
      }
      const records = await collect(partOf(subject, 'reader').orders());
      expectEqual(
        records.map(({ id }) => id),
        Array.from({ length: 620 }, (_, index) => `${index}`),
      );
      for (const { id, lines, trackingNumbers, history } of records) {
        expectEqual(
          lines.map(({ reference }) => reference),
          Number(id) % 2 ? [`L${id}`, `L${id}`] : [],
        );
        expectEqual(trackingNumbers, !tracking || Number(id) % 3 ? [] : [`T${id}`]);
        assert.equal(history.length, 1);
      }
    },
  },
];
