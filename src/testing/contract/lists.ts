import assert from 'node:assert/strict';
import type { Slice } from '../../domain/slice.ts';
import { collect, expectEqual } from './expect.ts';
import { save } from './products.ts';
import { decimal } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const named = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => `R${from + index}`);

async function addAll(subject: ContractSubject, references: readonly string[]): Promise<void> {
  for (const reference of references) await save(subject, { reference }, 'add_product');
}

const list = async ({ shop }: ContractSubject, slice: Slice): Promise<readonly string[]> =>
  (await collect(shop.listProducts(slice))).map(({ reference }) => reference);

export const listChecks: readonly Check[] = [
  {
    name: 'an empty shop lists nothing',
    async run({ shop }) {
      expectEqual(await collect(shop.listProducts({ start: 0 })), []);
      expectEqual(await collect(shop.listOptions({ start: 0, count: 5 })), []);
      expectEqual(await collect(shop.listOrders({})), []);
    },
  },
  {
    name: 'slices: a start, a count, no count, a count of 0, a start beyond the end',
    async run(subject) {
      const all = ['Z', 'A', 'M', 'B', 'Y', 'C', '1'];
      await addAll(subject, all);
      expectEqual(await list(subject, { start: 0 }), all, 'oldest first');
      expectEqual(await list(subject, { start: 0, count: 3 }), all.slice(0, 3));
      expectEqual(await list(subject, { start: 3, count: 2 }), all.slice(3, 5));
      expectEqual(await list(subject, { start: 5 }), all.slice(5));
      expectEqual(await list(subject, { start: 5, count: 100 }), all.slice(5));
      expectEqual(await list(subject, { start: 2, count: 0 }), []);
      expectEqual(await list(subject, { start: 7 }), []);
      expectEqual(await list(subject, { start: 1_000_000, count: 10 }), []);
    },
  },
  {
    name: 'options are sliced on their own',
    capabilities: ['variants'],
    async run(subject) {
      const skus = ['V3', 'V1', 'V2'];
      const variants = skus.map((reference) => ({
        reference,
        axes: [{ name: 'Taille', value: reference }],
        fields: {},
      }));
      await save(subject, { reference: 'P1', variants }, 'add_product');
      await addAll(subject, ['P2']);
      const slices = [await collect(subject.shop.listOptions({ start: 1, count: 1 }))];
      slices.push(await collect(subject.shop.listOptions({ start: 0 })));
      expectEqual(
        slices.map((slice) => slice.map(({ reference }) => reference)),
        [['V1'], skus],
      );
      expectEqual(await list(subject, { start: 1 }), ['P2']);
    },
  },
  {
    name: 'pages are complete and without repetition while others add and update',
    async run(subject) {
      const first = named(0, 25);
      await addAll(subject, first);
      const pages: string[] = [];
      for (let start = 0; start < first.length; start += 5) {
        pages.push(...(await list(subject, { start, count: 5 })));
        await addAll(subject, [`new-${start}`, `A-${start}`]);
        await save(subject, { reference: `R${start}`, fields: { stock: decimal(String(start)) } });
      }
      expectEqual(pages, first);
    },
  },
  {
    name: 'one long list is complete and without repetition while others add',
    async run(subject) {
      const first = named(0, 40);
      await addAll(subject, first);
      const seen: string[] = [];
      for await (const batch of subject.shop.listProducts({ start: 0 })) {
        seen.push(...batch.map(({ reference }) => reference));
        await addAll(subject, [`new-${seen.length}`]);
        assert.ok(seen.length < 200, 'the list never ends');
      }
      expectEqual(seen.slice(0, first.length), first);
      assert.equal(new Set(seen).size, seen.length);
    },
  },
  {
    name: 'a list may be abandoned half-way, and the shop goes on',
    async run(subject) {
      await addAll(subject, named(0, 10));
      for await (const _ of subject.shop.listProducts({ start: 0 })) break;
      await addAll(subject, ['R10']);
      expectEqual(await list(subject, { start: 8 }), ['R8', 'R9', 'R10']);
    },
  },
  {
    name: 'an id is the record’s for good',
    async run(subject) {
      await addAll(subject, named(0, 3));
      const before = await collect(subject.shop.listProducts({ start: 0 }));
      await save(subject, { reference: 'R1', fields: { name: 'x' } });
      expectEqual(await collect(subject.shop.listProducts({ start: 0 })), before);
      expectEqual((await subject.reader.product('R1'))?.id, before[1]?.id);
    },
  },
];
