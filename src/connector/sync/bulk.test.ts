import { describe, expect, it, onTestFinished } from 'vitest';
import type { CustomerChange } from '../../domain/customer.ts';
import { fail } from '../../domain/error.ts';
import type { Shop } from '../../shop/shop.ts';
import { decimal } from '../../testing/contract/samples.ts';
import { createBench, flowOf, PROFILE, rule } from '../testing/fixtures.ts';

const CUSTOMERS = { flows: ['customers'] } as const;
const RULES = { flows: ['price-rules'] } as const;

const customer = (code: string, name = code): CustomerChange => ({ code, fields: { name } });
const customers = (count: number) => Array.from({ length: count }, (_, index) => customer(`C${index}`));

/** Refuses a whole message for one bad record in it, as a shop does that saves all or nothing. */
const strict = (shop: Shop): Partial<Shop> => ({
  async saveCustomers(changes) {
    const all = (await Array.fromAsync(changes)).flat();
    if (all.some(({ fields }) => fields.name === 'bad')) throw fail('remote_error', { value: 'bad one' });
    return shop.saveCustomers(stream(all));
  },
  async savePriceRules(batches, mode) {
    const all = (await Array.fromAsync(batches)).flatMap(({ rules }) => rules);
    if (all.some(({ reference }) => reference === 'bad')) throw fail('remote_error', { value: 'bad one' });
    return shop.savePriceRules(stream({ rules: all, keep: [] }), mode);
  },
});

async function* stream<T>(batch: T): AsyncGenerator<T> {
  yield batch;
}

describe('customers', () => {
  it('go all in one request, and a second run sends nothing', async () => {
    const bench = createBench(onTestFinished, { customers: customers(10) });
    const report = flowOf(await bench.run(CUSTOMERS), 'customers');
    expect(bench.calls).toEqual(['add_customer']);
    expect(report).toMatchObject({ read: 10, sent: 10, operations: { add_customer: 10 } });
    expect(bench.steps()).toHaveLength(10);
    expect(flowOf(await bench.run(CUSTOMERS), 'customers')).toMatchObject({ read: 10, unchanged: 10 });
    expect(bench.calls).toEqual([]);
  });

  it('go each in a request where they are to', async () => {
    const bench = createBench(onTestFinished, { customers: customers(3) });
    await bench.run({ ...CUSTOMERS, customers: 'one-by-one' });
    expect(bench.calls).toEqual(['add_customer', 'add_customer', 'add_customer']);
    bench.erp.customers = [...customers(2), customer('C2', 'autre')];
    await bench.run({ ...CUSTOMERS, customers: 'one-by-one' });
    expect(bench.steps()).toEqual(['add_customer C2']);
  });

  it('that are refused are found, and the others recorded', async () => {
    const all = customers(1200).map((one, index) =>
      index === 7 || index === 777 ? customer(one.code, 'bad') : one,
    );
    const bench = createBench(onTestFinished, { customers: all }, strict);
    const report = await bench.run(CUSTOMERS);
    expect(report.outcome).toBe('with_failures');
    expect(flowOf(report, 'customers')).toMatchObject({ read: 1200, sent: 1198, failed: 2 });
    expect(flowOf(report, 'customers').failures).toEqual([
      { reason: 'remote_error', value: 'bad one', entity: 'customer', record: 'C7' },
      { reason: 'remote_error', value: 'bad one', entity: 'customer', record: 'C777' },
    ]);
    expect(bench.calls.length).toBeLessThan(50);
    const again = await bench.run(CUSTOMERS);
    expect(flowOf(again, 'customers')).toMatchObject({ read: 1200, sent: 0, unchanged: 1198, failed: 2 });
  });

  it('are not sent for ever one by one to a shop that refuses all', async () => {
    const bench = createBench(
      onTestFinished,
      { customers: customers(3000).map(({ code }) => customer(code, 'bad')) },
      strict,
    );
    const report = flowOf(await bench.run(CUSTOMERS), 'customers');
    expect(report).toMatchObject({ read: 3000, failed: 3000 });
    expect(report.failures).toHaveLength(100);
    expect(bench.calls.length).toBeLessThan(250);
  });

  it('are not recorded when nobody answers', async () => {
    const bench = createBench(onTestFinished, { customers: customers(5) }, () => ({
      async saveCustomers(changes) {
        await Array.fromAsync(changes);
        throw fail('store_unavailable', { value: 'reset' });
      },
    }));
    const report = await bench.run(CUSTOMERS);
    expect(report.outcome).toBe('stopped');
    expect(flowOf(report, 'customers')).toMatchObject({ read: 0, sent: 0, operations: {} });
    expect(bench.calls).toEqual(['add_customer']);
    expect(bench.steps()).toEqual([]);
    const whole = createBench(onTestFinished, { customers: customers(5) });
    await whole.run({ ...CUSTOMERS, stateFolder: bench.stateFolder });
    expect(whole.calls).toEqual(['add_customer']);
  });

  it('of one code, as an ERP with a client per contact sends them, change together', async () => {
    const contact = (email: string) => ({ fields: { email } });
    const both = { ...customer('C'), contacts: [contact('a@b.fr'), contact('c@d.fr')] };
    const bench = createBench(onTestFinished, { customers: [both] });
    const options = { ...CUSTOMERS, profile: { ...PROFILE, clientPerContact: true } };
    expect(flowOf(await bench.run(options), 'customers')).toMatchObject({ read: 1, sent: 1 });
    const [stored] = (await Array.fromAsync(bench.reader.customers())).flat();
    expect(stored?.contacts).toHaveLength(2);
    await bench.run(options);
    expect(bench.calls).toEqual([]);
  });
});

describe('price rules', () => {
  it('that changed go in one request', async () => {
    const rules = ['A', 'B', 'C'].map((reference) => rule(reference));
    const bench = createBench(onTestFinished, { priceRules: rules });
    await bench.run(RULES);
    expect(bench.steps()).toEqual(['add_grilles TF1/A', 'add_grilles TF1/B', 'add_grilles TF1/C']);
    bench.erp.priceRules = [...rules.slice(1), rule('A', { value: decimal('8') })];
    expect(flowOf(await bench.run(RULES), 'price-rules')).toMatchObject({ sent: 1, unchanged: 2 });
    await bench.run(RULES);
    expect(bench.calls).toEqual([]);
  });

  it('that are refused are named, and the others recorded', async () => {
    const bench = createBench(
      onTestFinished,
      { priceRules: ['A', 'bad', 'C'].map((name) => rule(name)) },
      strict,
    );
    const report = flowOf(await bench.run(RULES), 'price-rules');
    expect(report).toMatchObject({
      sent: 2,
      failed: 1,
      failures: [{ entity: 'price_rule', record: 'TF1/bad' }],
    });
  });

  it('go as whole sets where the shop takes a list for the whole truth', async () => {
    const sets = { ...RULES, priceRules: 'sets' } as const;
    const set = (name: string, ...references: readonly string[]) =>
      references.map((reference) => rule(reference, { rule: name }));
    const bench = createBench(onTestFinished, { priceRules: [...set('X', 'A', 'B'), ...set('Y', 'A', 'B')] });
    expect(flowOf(await bench.run(sets), 'price-rules')).toMatchObject({ read: 4, sent: 4 });
    bench.erp.priceRules = [...set('Y', 'B', 'A'), ...set('X', 'A')];
    expect(flowOf(await bench.run(sets), 'price-rules')).toMatchObject({ read: 3, sent: 1, unchanged: 2 });
    expect(bench.steps()).toEqual(['add_grilles X/A']);
    bench.erp.priceRules = [...set('X', 'A', 'C'), ...set('Y', 'B', 'A')];
    expect(flowOf(await bench.run(sets), 'price-rules')).toMatchObject({ sent: 2, unchanged: 2 });
    await bench.run(sets);
    expect(bench.calls).toEqual([]);
  });

  it('of a refused set fail together, never in parts', async () => {
    const sets = { ...RULES, priceRules: 'sets' } as const;
    const priceRules = [rule('A', { rule: 'X' }), rule('bad', { rule: 'X' }), rule('A', { rule: 'Y' })];
    const bench = createBench(onTestFinished, { priceRules }, strict);
    expect(flowOf(await bench.run(sets), 'price-rules')).toMatchObject({ read: 3, sent: 1, failed: 2 });
    expect(flowOf(await bench.run(sets), 'price-rules')).toMatchObject({ unchanged: 1, failed: 2 });
  });
});
