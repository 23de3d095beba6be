import { expect, expectTypeOf, it } from 'vitest';
import type { Decimal } from '../../domain/decimal.ts';
import { defineTransforms, type HookContext } from './define-transforms.ts';
import { drop, refuse } from './verdict.ts';

it('types what each hook gets and gives', () => {
  const transforms = defineTransforms({
    beforeProduct: [
      (change, context) => {
        expectTypeOf(change.fields.stock).toEqualTypeOf<Decimal | null | undefined>();
        expectTypeOf(context).toEqualTypeOf<HookContext>();
        return context.message === 'add_product' ? drop('new') : { ...change, categoryPath: ['A'] };
      },
      async () => undefined,
    ],
    beforeCustomer(customer) {
      expectTypeOf(customer.fields.active).toEqualTypeOf<boolean | null | undefined>();
    },
    afterOrder: (order) =>
      order.lines.length > 9 ? refuse('too long', 'lines') : { ...order, excluded: true },
    afterListedOrder: ({ id, state }) => ({ id, state }),
    // @ts-expect-error: a price rule's value is a Decimal.
    beforePriceRule: (rule) => ({ ...rule, value: 1 }),
    // @ts-expect-error: a customer has an address.
    afterCustomer: ({ address: _, ...rest }) => rest,
  });
  // @ts-expect-error: there is no such moment.
  defineTransforms({ beforeProdukt: () => undefined });
  expect(Object.keys(transforms)).toHaveLength(6);
});
