import { describe, expect, it } from 'vitest';
import type { ProductChange } from '../domain/product.ts';
import { ALL_CAPABILITIES } from '../shop/capabilities.ts';
import { type Around, aroundEach, decorate } from '../shop/decorate.ts';
import { OPERATION_NAMES } from '../shop/operations.ts';
import type { Shop } from '../shop/shop.ts';
import { AREAS } from './contract/areas.ts';
import { type Check, type ContractSubject, reasonToSkip } from './contract/subject.ts';
import { createMemoryShop } from './memory-shop.ts';

const CHECKS = Object.values(AREAS).flat();

function subjectWith(
  change: (shop: Shop) => Partial<Shop>,
  rest: Partial<ContractSubject> = {},
): ContractSubject {
  const { shop, reader, seed } = createMemoryShop();
  return { shop: decorate(shop, change(shop)), reader, seed, close: () => shop.close(), ...rest };
}

async function failures(
  open: () => ContractSubject,
  checks: readonly Check[] = CHECKS,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    const subject = open();
    if (reasonToSkip(check, subject) !== undefined) continue;
    await check.run(subject).catch(() => failed.push(check.name));
  }
  return failed;
}

/** What shops do wrong in the wild, and a check that must notice. */
const BROKEN: Readonly<Record<string, { noticed: string; change(shop: Shop): Partial<Shop> }>> = {
  'unpublishes what is not said to be active': {
    noticed: 'a field that is absent is never touched',
    change: (shop) => ({
      saveProduct: (change, operation) =>
        shop.saveProduct({ ...change, fields: { active: false, ...change.fields } }, operation),
    }),
  },
  'ignores null': {
    noticed: 'null clears the field it is said of',
    change: (shop) => ({
      saveProduct: (change, operation) => shop.saveProduct(withoutNulls(change), operation),
    }),
  },
  'creates what it should update': {
    noticed: 'update of an unknown reference is refused',
    change: (shop) => ({ saveProduct: (change) => shop.saveProduct(change, 'add_product') }),
  },
  'folds references': {
    noticed: 'references are byte-exact',
    change: (shop) => ({
      saveProduct: (change, operation) =>
        shop.saveProduct({ ...change, reference: change.reference.toUpperCase() }, operation),
    }),
  },
  'forgets the count of a slice': {
    noticed: 'slices',
    change: (shop) => ({ listProducts: ({ start }) => shop.listProducts({ start }) }),
  },
  'hides exported orders from a filter': {
    noticed: 'every state asked for still lists it',
    change: (shop) => ({ listOrders: () => shop.listOrders({}) }),
  },
  'saves the first half of a message that breaks off': {
    noticed: 'a message that breaks off changes nothing',
    change: (shop) => ({
      async savePriceRules(batches, mode) {
        for await (const batch of batches) await shop.savePriceRules(one(batch), mode);
        return shop.savePriceRules(one({ rules: [], keep: [] }), mode);
      },
    }),
  },
  'takes what it says that it cannot do': {
    noticed: 'refused with unsupported',
    change: () => ({ capabilities: { ...ALL_CAPABILITIES, tracking: false, priceRules: false } }),
  },
  'leaves a field out without a word': {
    noticed: 'left out with a warning, and the rest is saved',
    change: (shop) => ({
      capabilities: { ...ALL_CAPABILITIES, productFields: ['name'] },
      saveProduct: ({ fields: { name = null }, ...change }, operation) =>
        shop.saveProduct({ ...change, fields: { name } }, operation),
    }),
  },
  'takes every price list for the whole truth': {
    noticed: 'rules that a message does not name stay',
    change: (shop) => ({ savePriceRules: (batches) => shop.savePriceRules(batches, 'full') }),
  },
};

function withoutNulls(change: ProductChange): ProductChange {
  const said = Object.entries(change.fields).filter(([, value]) => value !== null);
  return { ...change, fields: Object.fromEntries(said) };
}

async function* one<Batch>(batch: Batch): AsyncGenerator<Batch> {
  yield batch;
}

describe('the contract notices a shop that', () => {
  for (const [fault, { noticed, change }] of Object.entries(BROKEN)) {
    it(fault, async () => {
      const checks = CHECKS.filter(({ name }) => name.includes(noticed));
      expect(await failures(() => subjectWith(change), checks)).not.toEqual([]);
    });
  }
});

it('the contract asks every operation of the port', async () => {
  const asked = new Set<string>();
  const noting: Around = {
    list(name, run) {
      asked.add(name);
      return run();
    },
    call(name, run) {
      asked.add(name);
      return run();
    },
  };
  expect(await failures(() => subjectWith((shop) => aroundEach(shop, noting)))).toEqual([]);
  expect(OPERATION_NAMES.filter((name) => !asked.has(name))).toEqual([]);
});

describe('what the contract leaves out', () => {
  const needs = (check: Partial<Check>): Check => ({ name: 'x', run: async () => {}, ...check });

  it('is said with its reason: a capability, a means, a limit', () => {
    const capabilities = { ...ALL_CAPABILITIES, variants: false };
    const limits = { outcomes: 'the protocol has no place for them' };
    const subject = subjectWith(() => ({ capabilities }), { limits });
    expect(reasonToSkip(needs({ capabilities: ['variants'] }), subject)).toContain('"variants" is false');
    expect(reasonToSkip(needs({ means: ['passTime'] }), subject)).toContain('no passTime');
    expect(reasonToSkip(needs({ facts: ['outcomes'] }), subject)).toContain('no place for them');
    expect(reasonToSkip(needs({ facts: ['warnings'] }), subject)).toBeUndefined();
  });

  it('is not looked at: a limited subject passes although its outcomes and warnings say nothing', async () => {
    const silent = (shop: Shop): Partial<Shop> => ({
      saveProduct: async (change, operation) => {
        await shop.saveProduct(change, operation);
        return { outcome: 'updated', warnings: [] };
      },
    });
    const limits = { outcomes: 'no place', warnings: 'no place' };
    expect(await failures(() => subjectWith(silent, { limits }))).toEqual([]);
    expect(await failures(() => subjectWith(silent), AREAS.products)).not.toEqual([]);
  });

  it('has a name of its own for every check', () => {
    for (const checks of Object.values(AREAS)) {
      expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
    }
  });
});
