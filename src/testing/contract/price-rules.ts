import assert from 'node:assert/strict';
import type { KeptPriceRules, PriceRule, PriceRuleChange } from '../../domain/price-rule.ts';
import type { PriceRuleMode } from '../../shop/shop.ts';
import {
  BrokenOff,
  brokenMessage,
  collect,
  expectCounts,
  expectEqual,
  expectWarnings,
  message,
} from './expect.ts';
import { save } from './products.ts';
import { decimal, moment, priceRule } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

/** A rule for everybody: nothing about it is unknown to an empty shop but the product. */
const rule = (reference: string, changes: Partial<PriceRuleChange> = {}) =>
  priceRule({ reference, customer: '', ...changes });

const send = ({ shop }: ContractSubject, ...rules: readonly PriceRuleChange[]) =>
  shop.savePriceRules(message({ rules, keep: [] }), 'merge');

const sendFull = (
  { shop }: ContractSubject,
  rules: readonly PriceRuleChange[],
  keep: readonly KeptPriceRules[] = [],
) => shop.savePriceRules(message({ rules, keep }), 'full');

const stored = async ({ reader }: ContractSubject): Promise<readonly PriceRule[]> =>
  (await collect(reader.priceRules())).map((one) => structuredClone(one));

/** What is stored of the rules that apply, in the order of their references. */
async function current(subject: ContractSubject): Promise<readonly PriceRuleChange[]> {
  const rules = (await stored(subject)).filter(({ retiredAt }) => retiredAt === undefined);
  const bare = rules.map(({ seenAt: _, ...change }) => change);
  return bare.sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

const OPTIONS = {
  validTo: moment('2015-03-01 00:00:00'),
  parent: 'PARENT',
  basePrice: decimal('99.9'),
  customerEmails: 'a@b.fr;c@d.fr',
};

const modes = ({ limits }: ContractSubject): readonly PriceRuleMode[] =>
  limits?.full_lists === undefined ? ['merge', 'full'] : ['merge'];

const knownProducts = async (subject: ContractSubject, ...references: readonly string[]) => {
  for (const reference of references) await save(subject, { reference }, 'add_product');
};

const mergeChecks: readonly Check[] = [
  {
    name: 'rules are stored as they were said, each with when it was seen',
    async run(subject) {
      const rules = [
        rule('A', { options: OPTIONS }),
        rule('B', { kind: 'price', value: decimal('312.5'), group: 'Grossistes', validFrom: '' }),
        rule('C', { kind: 'amount_off', value: decimal('0.05'), currency: 'EUR', country: 'FR' }),
      ];
      expectCounts(subject, await send(subject, ...rules), {
        created: 3,
        updated: 0,
        unchanged: 0,
        retired: 0,
      });
      expectEqual(await current(subject), rules);
      for (const { seenAt } of await stored(subject)) assert.ok(seenAt);
    },
  },
  {
    name: 'the same rules again are unchanged; another value is an update',
    async run(subject) {
      await send(subject, rule('A', { options: OPTIONS }), rule('B'));
      const again = await send(subject, rule('A', { value: decimal('12') }), rule('B'));
      expectCounts(subject, again, { created: 0, updated: 1, unchanged: 1, retired: 0 });
      expectEqual(await current(subject), [rule('A', { value: decimal('12'), options: OPTIONS }), rule('B')]);
    },
  },
  {
    name: 'add or update: rules that a message does not name stay',
    async run(subject) {
      await send(subject, rule('A'), rule('B'));
      expectCounts(subject, await send(subject, rule('C')), { created: 1, retired: 0 });
      expectEqual(await current(subject), [rule('A'), rule('B'), rule('C')]);
    },
  },
  {
    name: 'every part of the key makes another rule',
    async run(subject) {
      const base = rule('A');
      const others: readonly Partial<PriceRuleChange>[] = [
        { source: 'palier_clitar' },
        { rule: 'TF00003' },
        { reference: 'a' },
        { customer: 'CCL00002' },
        { group: 'Grossistes' },
        { currency: 'EUR' },
        { country: 'FR' },
        { fromQuantity: decimal('10') },
        { validFrom: '' },
      ];
      await send(subject, base, ...others.map((other) => ({ ...base, ...other })));
      assert.equal((await current(subject)).length, others.length + 1);
      expectCounts(subject, await send(subject, base), { created: 0, unchanged: 1 });
    },
  },
  {
    name: 'an option that is not said stays',
    async run(subject) {
      await send(subject, rule('A', { options: OPTIONS }));
      await send(subject, rule('A', { options: { basePrice: decimal('80') } }));
      expectEqual(await current(subject), [rule('A', { options: { ...OPTIONS, basePrice: decimal('80') } })]);
    },
  },
  {
    name: 'an option said to be empty goes, alone',
    facts: ['clearing_rules'],
    async run(subject) {
      await send(subject, rule('A', { options: OPTIONS }));
      const { validTo, ...rest } = OPTIONS;
      expectCounts(subject, await send(subject, rule('A', { options: { validTo: null } })), { updated: 1 });
      expectEqual(await current(subject), [rule('A', { options: rest })]);
    },
  },
  {
    name: 'of equal keys in one message the last wins as a whole, with a warning, across batches too',
    async run(subject) {
      await knownProducts(subject, 'A', 'B');
      const first = rule('A', { value: decimal('1'), options: OPTIONS });
      const last = rule('A', { value: decimal('2') });
      const batches = [
        { rules: [first, rule('B')], keep: [] },
        { rules: [last], keep: [] },
      ];
      const result = await subject.shop.savePriceRules(message(...batches), 'merge');
      expectWarnings(subject, result, ['duplicate_in_message']);
      expectCounts(subject, result, { created: 2, updated: 0 });
      expectEqual(await current(subject), [last, rule('B')]);
    },
  },
  {
    name: 'conflicting rules of different references of the ERP are both kept',
    async run(subject) {
      await send(
        subject,
        rule('A', { rule: 'TF1', value: decimal('1') }),
        rule('A', { rule: 'TF2', value: decimal('2') }),
      );
      assert.equal((await current(subject)).length, 2);
    },
  },
  {
    name: 'a rule for a product or a customer that is not known yet is kept, with a warning',
    capabilities: ['customers'],
    async run(subject) {
      await knownProducts(subject, 'A');
      await subject.shop.saveCustomers(message([{ code: 'C1', fields: {} }]));
      expectWarnings(subject, await send(subject, rule('A', { customer: 'C1' })), []);
      const product = await send(subject, rule('ghost', { customer: 'C1' }));
      expectWarnings(subject, product, ['parked_unknown_product']);
      const customer = await send(subject, rule('A', { customer: 'C2' }));
      expectWarnings(subject, customer, ['parked_unknown_customer']);
      assert.equal((await current(subject)).length, 3);
    },
  },
];

const bulkChecks: readonly Check[] = [
  {
    name: 'an empty message is nothing',
    async run(subject) {
      await send(subject, rule('A'));
      for (const mode of modes(subject)) {
        const result = await subject.shop.savePriceRules(message(), mode);
        expectCounts(subject, result, { created: 0, updated: 0, unchanged: 0, retired: 0 });
      }
      expectEqual(await current(subject), [rule('A')]);
    },
  },
  {
    name: 'a message that breaks off changes nothing, and its error goes on',
    async run(subject) {
      await send(subject, rule('A'), rule('B'));
      const before = await stored(subject);
      for (const mode of modes(subject)) {
        const batch = { rules: [rule('A', { value: decimal('99') }), rule('C')], keep: [] };
        await assert.rejects(subject.shop.savePriceRules(brokenMessage(batch), mode), BrokenOff);
        expectEqual(await stored(subject), before);
      }
    },
  },
  {
    name: 'three thousand rules come in one message',
    async run(subject) {
      const rules = Array.from({ length: 3000 }, (_, index) =>
        rule(`P${index % 1500}`, { fromQuantity: decimal(`${index}`) }),
      );
      const batches = [0, 1000, 2000].map((start) => ({ rules: rules.slice(start, start + 1000), keep: [] }));
      const result = await subject.shop.savePriceRules(message(...batches), 'merge');
      expectCounts(subject, result, { created: 3000 });
      assert.ok(result.warnings.length <= 100, 'the first hundred warnings');
      assert.equal((await stored(subject)).length, 3000);
    },
  },
];

const fullChecks: readonly Check[] = [
  {
    name: 'a full list retires the rest of each (source, rule) it names, and keeps them for the record',
    async run(subject) {
      await send(subject, rule('A'), rule('B'), rule('C', { rule: 'OTHER' }), rule('D', { source: 'other' }));
      const result = await sendFull(subject, [rule('A', { value: decimal('11') }), rule('E')]);
      expectCounts(subject, result, { created: 1, updated: 1, unchanged: 0, retired: 1 });
      expectEqual(
        (await current(subject)).map(({ reference, value }) => `${reference} ${value}`),
        ['A 11', 'C 10', 'D 10', 'E 10'],
      );
      const retired = (await stored(subject)).filter(({ retiredAt }) => retiredAt !== undefined);
      expectEqual(
        retired.map(({ reference }) => reference),
        ['B'],
      );
    },
  },
  {
    name: 'what is retired is not retired again, and is revived when a list names it',
    async run(subject) {
      await send(subject, rule('A'), rule('B'));
      expectCounts(subject, await sendFull(subject, [rule('A')]), { unchanged: 1, retired: 1 });
      expectCounts(subject, await sendFull(subject, [rule('A')]), { unchanged: 1, retired: 0 });
      expectCounts(subject, await sendFull(subject, [rule('A'), rule('B')]), { unchanged: 1, retired: 0 });
      expectEqual(await current(subject), [rule('A'), rule('B')]);
      await sendFull(subject, [rule('A')]);
      await send(subject, rule('B'));
      expectEqual(await current(subject), [rule('A'), rule('B')]);
    },
  },
  {
    name: 'a refused row keeps its predecessor: what `keep` names is not retired',
    async run(subject) {
      await send(subject, rule('A'), rule('B'), rule('B', { fromQuantity: decimal('10') }), rule('C'));
      const kept = { source: 'cli_prodfam', rule: 'TF00002', reference: 'B' };
      const result = await sendFull(subject, [rule('A')], [{ ...kept, fromQuantity: decimal('10') }]);
      expectCounts(subject, result, { unchanged: 1, retired: 2 });
      const left = (await current(subject)).map(
        ({ reference, fromQuantity }) => `${reference} ${fromQuantity}`,
      );
      expectEqual(left, ['A 1', 'B 10']);
    },
  },
  {
    name: 'a kept row of which only the set could be read keeps the whole set',
    async run(subject) {
      await send(subject, rule('A'), rule('B'));
      const result = await sendFull(subject, [rule('C')], [{ source: 'cli_prodfam', rule: 'TF00002' }]);
      expectCounts(subject, result, { created: 1, retired: 0 });
      expectEqual(
        (await current(subject)).map(({ reference }) => reference),
        ['A', 'B', 'C'],
      );
    },
  },
  {
    name: 'a set that is spread over batches is one set',
    async run(subject) {
      await send(subject, rule('A'), rule('B'), rule('C'));
      const batches = [
        { rules: [rule('A')], keep: [] },
        { rules: [rule('B')], keep: [] },
      ];
      const result = await subject.shop.savePriceRules(message(...batches), 'full');
      expectCounts(subject, result, { unchanged: 2, retired: 1 });
      expectEqual(
        (await current(subject)).map(({ reference }) => reference),
        ['A', 'B'],
      );
    },
  },
];

const needing = (checks: readonly Check[], more: Pick<Check, 'facts'> = {}): readonly Check[] =>
  checks.map((check) => ({
    ...check,
    ...more,
    capabilities: ['priceRules', ...(check.capabilities ?? [])],
    ...(more.facts ? { facts: [...more.facts, ...(check.facts ?? [])] } : {}),
  }));

export const priceRuleChecks: readonly Check[] = [
  ...needing(mergeChecks),
  ...needing(bulkChecks),
  ...needing(fullChecks, { facts: ['full_lists'] }),
];
