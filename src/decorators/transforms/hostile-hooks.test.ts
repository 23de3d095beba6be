import { expect, test } from 'vitest';
import { createTrace } from '../../domain/transformation.ts';
import { order } from '../../testing/contract/samples.ts';
import { namedHooks } from './define-transforms.ts';
import type { Moment, Moments } from './moments.ts';
import { passHooks } from './pass-hooks.ts';

const PRODUCT = {
  reference: 'A',
  fields: { name: 'N' },
  categoryPath: ['a'],
  image: { type: 'image/png', bytes: new Uint8Array([1]) },
} as const;
const CONTEXT = { shop: 's', operation: 'saveProduct' } as const;

const pass = async <Name extends Moment>(moment: Name, value: Moments[Name], hook: unknown) => {
  const trace = createTrace();
  const hooks = namedHooks({ [moment]: hook }, 't.ts');
  const passage = await passHooks(value, { hooks, timeoutMs: 50, moment, context: CONTEXT, trace });
  return { passage, trace };
};

const throws = (thrown: unknown) => (): never => {
  throw thrown;
};
const unspeakable = {
  toString() {
    throw new Error('never');
  },
};
const rejects = (thrown: unknown) => (): Promise<never> => Promise.reject(thrown);

test.each([
  ['a text', throws('no price'), 'no price'],
  ['nothing', throws(undefined), 'undefined'],
  ['a symbol', throws(Symbol('x')), 'Symbol(x)'],
  ['what cannot be written', throws(unspeakable), 'error'],
  ['a text, later', rejects('no price'), 'no price'],
  ['nothing, later', rejects(null), 'null'],
])('a hook that throws %s is one that failed', async (_, hook, expected) => {
  const { passage, trace } = await pass('beforeProduct', PRODUCT, hook);
  const problem = { reason: 'hook_failed', expected, hook: 't.ts beforeProduct', record: 'A' };
  expect(passage).toMatchObject({ kind: 'refused', value: PRODUCT, problem });
  expect(trace.kept).toMatchObject([{ outcome: 'refused', record: 'A', problem }]);
});

const cycle: Record<string, unknown> = { reference: 'A', fields: {} };
cycle.customFields = { xx_a: cycle };
const closed = new Proxy(
  {},
  {
    ownKeys: throws(new Error('no')),
    has: throws(new Error('no')),
    get: throws(new Error('no')),
  },
);

test.each([
  ['a number', 7],
  ['a text', 'A'],
  ['true', true],
  ['a function', () => PRODUCT],
  ['a symbol', Symbol('x')],
  ['a bigint', 7n],
  ['a map', new Map([['reference', 'A']])],
  ['a date', new Date(0)],
  ['bytes', new Uint8Array(8)],
  ['a record that holds itself', cycle],
  ['what nobody may look into', closed],
  ['a promise of a number', Promise.resolve(7)],
  ['what is like a promise, and never comes', Object.fromEntries([['then', () => undefined]])],
])('a hook that gives %s changes nothing', async (_, given) => {
  const { passage } = await pass('beforeProduct', PRODUCT, () => given);
  expect(passage).toMatchObject({
    kind: 'refused',
    value: PRODUCT,
    problem: { reason: expect.stringMatching(/^hook_(result|failed|slow)$/), record: 'A' },
  });
});

interface Parts {
  fields: object;
  categoryPath: unknown[];
  image: { bytes: Uint8Array };
}

test.each([
  ['assigns', (change: Parts) => Object.assign(change.fields, { name: 'X' })],
  ['defines', (change: Parts) => Object.defineProperty(change.fields, 'name', { value: 'X' })],
  [
    'deletes',
    (change: Parts) => Reflect.deleteProperty(change, 'fields') || throws(new TypeError('frozen'))(),
  ],
  ['adds to a list', (change: Parts) => change.categoryPath.push('b')],
  ['gives it another prototype', (change: Parts) => Object.setPrototypeOf(change, { name: 'X' })],
])('a hook that %s in what it got fails, and the record is as it was', async (_, hook) => {
  const before = structuredClone(PRODUCT);
  const { passage } = await pass('beforeProduct', before, (change: Parts) => void hook(change));
  expect(passage).toMatchObject({ kind: 'refused', problem: { reason: 'hook_failed' } });
  expect(before).toEqual(PRODUCT);
});

test('a record’s own key may change on the way in, and is told as it came; on the way out it may not', async () => {
  const renamed = await pass('beforeProduct', PRODUCT, (change: object) => ({
    ...change,
    reference: 'FR-A',
  }));
  expect(renamed.passage).toMatchObject({ kind: 'passed', value: { reference: 'FR-A' } });
  expect(renamed.trace.kept).toEqual([
    {
      name: 't.ts beforeProduct',
      moment: 'beforeProduct',
      outcome: 'changed',
      entity: 'product',
      record: 'A',
      changes: [{ path: 'reference', before: 'A', after: 'FR-A' }],
    },
  ]);
  const { passage } = await pass('afterOrder', order('1'), (read: object) => ({ ...read, id: '2' }));
  expect(passage).toMatchObject({ kind: 'refused', problem: { reason: 'hook_result', field: 'id' } });
});

test('bytes are told by their number, parts that come or go leaf by leaf', async () => {
  const { trace } = await pass(
    'beforeProduct',
    PRODUCT,
    ({ categoryPath: _, ...change }: object & Parts) => ({
      ...change,
      image: { type: 'image/png', bytes: new Uint8Array(3) },
      customFields: { fields: 'x' },
    }),
  );
  expect(trace.kept[0]?.changes).toEqual([
    { path: 'categoryPath.0', before: 'a' },
    { path: 'image.bytes', before: '1 bytes', after: '3 bytes' },
    { path: 'customFields.fields', after: 'x' },
  ]);
});
