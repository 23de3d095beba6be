import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fail } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import { decimal, everyPart, order, priceRule, shopCustomer } from '../../testing/contract/samples.ts';
import { namedHooks, type Transforms } from './define-transforms.ts';
import type { Moment, Moments } from './moments.ts';
import { tryHooks } from './try-hooks.ts';
import { drop, refuse } from './verdict.ts';

const CONTEXT = { shop: 'shop', operation: 'saveProduct', message: 'update_product' } as const;

const trial = <Name extends Moment>(
  transforms: unknown,
  moment: Name,
  value: Moments[Name],
  timeoutMs = 1000,
) =>
  tryHooks(value, moment, {
    transformation: { hooks: namedHooks(transforms, 't.ts'), timeoutMs },
    context: CONTEXT,
  });

const tryProduct = (transforms: Transforms, timeoutMs?: number) =>
  trial(transforms, 'beforeProduct', everyPart('A'), timeoutMs);

/** What nobody’s types let through. */
const tryAnswer = async (answer: unknown): Promise<Problem | undefined> => {
  const { passage } = await trial({ beforeProduct: () => answer }, 'beforeProduct', everyPart('A'));
  return passage.kind === 'passed' ? undefined : passage.problem;
};

const named = (name: string) => (change: ProductChange) => ({
  ...change,
  fields: { ...change.fields, name: `${change.fields.name}${name}` },
});

describe('hooks', () => {
  it('are asked in their order, whether they give promises or not', async () => {
    const later = async (change: ProductChange) => {
      await sleep(2);
      return named('2')(change);
    };
    const { steps, passage } = await tryProduct({ beforeProduct: [named('1'), later, named('3')] });
    expect(passage).toMatchObject({
      kind: 'passed',
      value: { fields: { name: `${everyPart('A').fields.name}123` } },
    });
    expect(steps.map(({ hook }) => hook)).toEqual([
      't.ts beforeProduct',
      't.ts beforeProduct later',
      't.ts beforeProduct',
    ]);
    expect(steps[1]?.before).toBe(steps[0]?.after);
  });

  it.each([
    ['nothing', () => undefined],
    ['what it got', (change: ProductChange) => change],
    ['a promise of nothing', async () => undefined],
  ])('that gives %s changes nothing', async (_, beforeProduct) => {
    const change = everyPart('A');
    const { passage } = await trial({ beforeProduct }, 'beforeProduct', change);
    expect(passage.value).toBe(change);
  });

  it('end the way of a record that they drop or refuse', async () => {
    const dropped = await tryProduct({ beforeProduct: [() => drop('not ours'), named('x')] });
    expect(dropped.passage).toMatchObject({
      kind: 'dropped',
      problem: {
        reason: 'hook_dropped',
        entity: 'product',
        record: 'A',
        hook: 't.ts beforeProduct',
        expected: 'not ours',
      },
    });
    expect(dropped.steps).toHaveLength(1);
    const refused = await tryProduct({ beforeProduct: async () => refuse('too dear', 'netPrice') });
    expect(refused.passage).toMatchObject({
      kind: 'refused',
      problem: { reason: 'hook_refused_field', field: 'netPrice', expected: 'too dear' },
    });
    const plain = await tryProduct({ beforeProduct: () => refuse('no') });
    expect(plain.passage).toMatchObject({ problem: { reason: 'hook_refused', expected: 'no' } });
  });

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('x is not a function');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('x is not a function'))],
  ])('that %s is named with what it said', async (_, beforeProduct) => {
    const { passage } = await tryProduct({ beforeProduct });
    expect(passage).toMatchObject({
      kind: 'refused',
      problem: {
        reason: 'hook_failed',
        hook: 't.ts beforeProduct',
        expected: 'TypeError: x is not a function',
      },
    });
  });

  it('may throw an error of ours, whose reason stays', async () => {
    const { passage } = await tryProduct({
      beforeProduct() {
        throw fail('not_a_number', { field: 'xx_a', value: 'b' });
      },
    });
    expect(passage).toMatchObject({
      problem: { reason: 'not_a_number', field: 'xx_a', record: 'A', hook: 't.ts beforeProduct' },
    });
  });

  it('are not waited for longer than their time, and what they say later is nobody’s', async () => {
    const never = await tryProduct({ beforeProduct: () => new Promise(() => {}) }, 10);
    expect(never.passage).toMatchObject({
      problem: { reason: 'hook_slow', limit: 10, hook: 't.ts beforeProduct' },
    });
    const late = await tryProduct(
      {
        beforeProduct: async () => {
          await sleep(30);
          throw new Error('late');
        },
      },
      10,
    );
    expect(late.passage).toMatchObject({ problem: { reason: 'hook_slow' } });
    await sleep(40);
  });

  it('that took too long without a promise are judged afterwards', async () => {
    const { passage } = await tryProduct(
      {
        beforeProduct(change) {
          const end = performance.now() + 12;
          while (performance.now() < end);
          return change;
        },
      },
      10,
    );
    expect(passage).toMatchObject({ problem: { reason: 'hook_slow', limit: 10 } });
  });

  it('cannot change what they got: it is the same for the next one', async () => {
    const change = everyPart('A');
    const { passage } = await trial(
      {
        beforeProduct: ({ fields }: { fields: { stock: string } }) => {
          fields.stock = '0';
        },
      },
      'beforeProduct',
      change,
    );
    expect(passage).toMatchObject({ kind: 'refused', problem: { reason: 'hook_failed' } });
    expect(change).toEqual(everyPart('A'));
  });
});

describe('what a hook gives', () => {
  const { fields, ...parts } = everyPart('A');
  const cases: readonly (readonly [given: unknown, field: string, expected: string])[] = [
    [1, 'record', 'an object'],
    [null, 'record', 'an object'],
    [[], 'record', 'an object'],
    [{ ...parts }, 'fields', 'a value'],
    [{ ...parts, fields, reference: '' }, 'reference', 'not empty'],
    [{ ...parts, fields, reference: ' A' }, 'reference', 'without spaces'],
    [{ ...parts, fields: { ...fields, stock: 5 } }, 'fields.stock', 'Decimal'],
    [{ ...parts, fields: { ...fields, stock: '05' } }, 'fields.stock', 'Decimal'],
    [{ ...parts, fields: { ...fields, netPrice: 'NaN' } }, 'fields.netPrice', 'Decimal'],
    [{ ...parts, fields: { ...fields, name: 'a\u0000b' } }, 'fields.name', 'text'],
    [{ ...parts, fields: { ...fields, name: '\ud800' } }, 'fields.name', 'text'],
    [{ ...parts, fields: { ...fields, active: 1 } }, 'fields.active', 'true or false'],
    [{ ...parts, fields: { ...fields, stok: decimal('1') } }, 'fields.stok', 'did you mean "stock"'],
    [{ ...parts, fields, refrence: 'B' }, 'refrence', 'did you mean "reference"'],
    [{ ...parts, fields, categoryPath: ['a', 1] }, 'categoryPath.1', 'text'],
    [{ ...parts, fields, priceLevels: { 6: decimal('1') } }, 'priceLevels.6', 'did you mean'],
    [{ ...parts, fields, customFields: { xx_a: 1 } }, 'customFields.xx_a', 'text'],
    [
      { ...parts, fields, image: { type: 'image/svg', bytes: new Uint8Array() } },
      'image.type',
      '"image/png"',
    ],
    [{ ...parts, fields, image: { type: 'image/png', bytes: 'x' } }, 'image.bytes', 'Uint8Array'],
    [
      { ...parts, fields, variants: [{ reference: 'B', axes: [], fields: { name: 'x' } }] },
      'variants.0.fields.name',
      'known:',
    ],
  ];
  it.each(cases.map(([given, field, expected]) => ({ given, field, expected })))(
    'is refused with its field and what was expected: $field',
    async ({ given, field, expected }) => {
      const found = await tryAnswer(given);
      expect(found).toMatchObject({
        reason: 'hook_result',
        entity: 'product',
        record: 'A',
        hook: 't.ts beforeProduct',
        field,
      });
      expect(found?.expected).toContain(expected);
    },
  );

  it('may have getters that throw', async () => {
    const given = {
      get fields() {
        throw new Error('no');
      },
      reference: 'A',
    };
    expect(await tryAnswer(given)).toMatchObject({ reason: 'hook_failed', expected: 'Error: no' });
  });

  it('is as if it were absent where it is undefined', async () => {
    const given = { reference: 'A', fields: { name: 'N', stock: undefined }, image: undefined };
    const { passage } = await trial({ beforeProduct: () => given }, 'beforeProduct', everyPart('A'));
    expect(passage.value).toStrictEqual({ reference: 'A', fields: { name: 'N' } });
  });

  it('is looked at in every kind of record', async () => {
    const { state: _, ...whole } = order('1');
    const wrong: readonly Promise<unknown>[] = [
      trial({ beforePriceRule: (rule: object) => ({ ...rule, value: 1 }) }, 'beforePriceRule', priceRule()),
      trial(
        { beforePriceRule: (rule: object) => ({ ...rule, validFrom: 'x' }) },
        'beforePriceRule',
        priceRule(),
      ),
      trial({ beforeCustomer: (c: object) => ({ ...c, fields: { nme: '' } }) }, 'beforeCustomer', {
        code: 'C',
        fields: {},
      }),
      trial({ beforeSalesDocument: (d: object) => ({ ...d, type: 'bill' }) }, 'beforeSalesDocument', {
        number: 'FA1',
        type: 'invoice',
      }),
      trial({ afterOrder: (o: object) => ({ ...o, id: '2' }) }, 'afterOrder', whole),
      trial({ afterOrder: (o: object) => ({ ...o, lines: [{}] }) }, 'afterOrder', whole),
      trial({ afterCustomer: (c: object) => ({ ...c, email: null }) }, 'afterCustomer', shopCustomer('1')),
      trial({ afterListedOrder: (o: object) => ({ ...o, state: 2 }) }, 'afterListedOrder', {
        id: '1',
        state: '2',
      }),
      trial({ afterListedProduct: (p: object) => ({ ...p, id: '9' }) }, 'afterListedProduct', {
        id: '1',
        reference: 'A',
      }),
    ];
    expect(await Promise.all(wrong)).toMatchObject(
      ['value', 'validFrom', 'fields.nme', 'type', 'id', 'lines.0.reference', 'email', 'state', 'id'].map(
        (field) => ({
          passage: { kind: 'refused', problem: { reason: 'hook_result', field } },
        }),
      ),
    );
  });

  it('passes whole where it is right, whatever the kind', async () => {
    const { state: _, ...whole } = order('1');
    const rebuilt = <Value>(value: Value): Value => structuredClone(value);
    const hooks = Object.fromEntries(
      ['beforeProduct', 'beforePriceRule', 'beforeCustomer', 'afterOrder', 'afterCustomer'].map((name) => [
        name,
        rebuilt,
      ]),
    );
    const customer = {
      code: 'C',
      fields: { name: 'N', email: null },
      contacts: [{ fields: { email: 'a@b.fr' }, customFields: { xx_a: null } }],
      deliveryAddresses: [{ fields: { city: 'Metz' } }],
      billingAddress: { fields: { city: 'Metz' } },
      customFields: { xx_a: 'x' },
    };
    const passages = await Promise.all([
      trial(hooks, 'beforeProduct', everyPart('A')),
      trial(hooks, 'beforePriceRule', priceRule({ validFrom: '', options: { parent: null } })),
      trial(hooks, 'beforeCustomer', customer),
      trial(hooks, 'afterOrder', { ...whole, excluded: true, customFields: { 'client/xx_a': 'b' } }),
      trial(hooks, 'afterCustomer', shopCustomer('1')),
    ]);
    expect(passages.map(({ passage }) => passage.kind)).toEqual(Array(5).fill('passed'));
  });
});

describe('a module', () => {
  it.each([
    [{ beforeProdukt: () => undefined }, { field: 'beforeProdukt', expected: 'beforeProduct' }],
    [
      { beforeProduct: [() => undefined, 1] },
      { field: 'beforeProduct[1]', expected: '(value, context) => …' },
    ],
    [7, { field: 'default' }],
  ])('%o is refused with what it should be', (exported, facts) => {
    expect(() => namedHooks(exported, 't.ts')).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ reason: 'hook_unknown', value: 't.ts', ...facts }),
      }),
    );
  });
});
