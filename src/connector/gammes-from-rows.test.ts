import { expect, test } from 'vitest';
import { problem } from '../domain/problem.ts';
import type { ProductChange } from '../domain/product.ts';
import { decimal } from '../testing/contract/samples.ts';
import type { Read } from './erp-source.ts';
import { withGammes } from './gammes-from-rows.ts';

const axes = (...values: readonly string[]) => values.map((value) => ({ name: 'Taille', value }));
const unreadable = { problem: problem('not_a_number', { field: 'stock' }) };

async function grouped(...batches: readonly (readonly (ProductChange | typeof unreadable)[])[]) {
  const read = batches.map((batch) =>
    batch.map((row): Read<ProductChange> => ('problem' in row ? row : { value: row })),
  );
  const items = await Array.fromAsync(
    withGammes(async function* () {
      yield* read;
    }),
  );
  return items.flat().map((item) => ('value' in item ? item.value : item));
}

test('variants join their parent, wherever they stand', async () => {
  const shirts = await grouped(
    [{ reference: 'T-S', parent: 'T', axes: axes('S'), fields: { stock: decimal('3') } }],
    [{ reference: 'T', fields: { name: 'T-shirt' } }, unreadable],
    [{ reference: 'T-M', parent: 'T', axes: axes('M'), fields: { netPrice: decimal('0') } }],
  );
  expect(shirts).toEqual([
    {
      reference: 'T',
      fields: { name: 'T-shirt' },
      variants: [
        { reference: 'T-S', axes: axes('S'), fields: { stock: '3' } },
        { reference: 'T-M', axes: axes('M'), fields: { netPrice: null } },
      ],
    },
    unreadable,
  ]);
});

test('what a block cannot carry follows as an article of its own', async () => {
  const [, own, ...rest] = await grouped([
    { reference: 'T', fields: {} },
    {
      reference: 'T-S',
      parent: 'T',
      axes: axes('S'),
      fields: { netPrice: decimal('9'), ean13: '4006381333931' },
      customFields: { xx_rayon: 'B' },
    },
  ]);
  expect(own).toEqual({
    reference: 'T-S',
    parent: 'T',
    fields: { ean13: '4006381333931' },
    customFields: { xx_rayon: 'B' },
  });
  expect(rest).toEqual([]);
});

test('without axes, or without its parent, a row stays an article of its own', async () => {
  const option = { reference: 'O', parent: 'T', fields: { stock: decimal('1') } };
  const orphan = { reference: 'X-S', parent: 'X', axes: axes('S'), fields: { stock: decimal('2') } };
  expect(await grouped([{ reference: 'T', fields: {} }, option, orphan])).toEqual([
    { reference: 'T', fields: {} },
    option,
    orphan,
  ]);
});
