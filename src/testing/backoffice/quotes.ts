import assert from 'node:assert/strict';
import { MOST_RULES_SHOWN, type QuoteLine } from '../../domain/pricing/quote.ts';
import { type Basket, MOST_LINES, type Quote } from '../../shop/quotes.ts';
import { expectEqual, message, present } from '../contract/expect.ts';
import { decimal, moment } from '../contract/samples.ts';
import { rule, seed } from './priced-shop.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const AT = moment('2026-06-15 12:00:00');

function quote(
  subject: BackofficeSubject,
  lines: Readonly<Record<string, string>>,
  asked: Partial<Basket> = {},
): Promise<Quote> {
  return partOf(subject, 'quotes').quote({
    buyer: { customer: 'CLEE' },
    at: AT,
    ...asked,
    lines: Object.entries(lines).map(([reference, quantity]) => ({ reference, quantity: decimal(quantity) })),
  });
}

async function lineOf(
  subject: BackofficeSubject,
  reference: string,
  { quantity = '1', ...asked }: Partial<Basket> & { readonly quantity?: string } = {},
): Promise<QuoteLine> {
  const { lines } = await quote(subject, { [reference]: quantity }, asked);
  return present(lines[0], 'the line');
}

/** `TF1 won`, `TF2 beaten by buyer`, `sale_price excluded as zero` … */
const told = ({ considered }: QuoteLine): readonly string[] =>
  considered.map((each) => {
    const name = each.candidate.rule || each.candidate.origin;
    if (each.verdict === 'beaten') return `${name} beaten by ${each.by}`;
    return each.verdict === 'excluded' ? `${name} excluded as ${each.because}` : `${name} won`;
  });

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['quotes'] }));

export const quoteChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'a price comes with all that was considered: the winner, what it beat and by what, what does not hold and why',
    async run(subject) {
      await seed(
        subject,
        { rule: 'ALL', value: decimal('20') },
        { rule: 'GROUP', group: 'Grossistes', value: decimal('21') },
        { rule: 'MINE', customer: 'CLEE', value: decimal('22') },
        { rule: 'MANY', customer: 'CLEE', fromQuantity: decimal('9.5'), value: decimal('18') },
        { rule: 'HERS', customer: 'OTHER', value: decimal('1') },
        { rule: 'THEIRS', group: 'Détaillants', value: decimal('1') },
        { rule: 'SOCK', reference: 'SOCK', value: decimal('1') },
      );
      const line = await lineOf(subject, 'SHIRT', { quantity: '9' });
      expectEqual(told(line), [
        'MINE won',
        'GROUP beaten by buyer',
        'ALL beaten by buyer',
        'sale_price beaten by buyer',
        'MANY excluded as quantity_not_reached',
      ]);
      expectEqual(
        [line.netPrice, line.grossPrice, line.basePrice, line.taxRate, line.moreRules],
        ['22', '26.4', '29.9', '20', 0],
      );
      expectEqual([line.netTotal, line.grossTotal, line.remarks, line.conflicts], ['198', '237.6', [], []]);
      expectEqual((await lineOf(subject, 'SHIRT', { quantity: '9.5' })).netPrice, '18');
      expectEqual((await lineOf(subject, 'SHIRT', { buyer: { group: '' } })).netPrice, '20');
      expectEqual((await lineOf(subject, 'SHIRT', { buyer: { group: 'Détaillants' } })).netPrice, '1');
    },
  },
  {
    name: 'a customer is of the price category that the ERP has said',
    async run(subject) {
      await seed(subject);
      const { customer, group, at } = await quote(subject, {});
      expectEqual([customer, group, at], ['CLEE', 'Grossistes', AT]);
      const { at: now } = await partOf(subject, 'quotes').quote({ buyer: { group: '' }, lines: [] });
      expectEqual(now, '2026-06-01 00:00:00');
    },
  },
  {
    name: 'a variant takes its parent’s rules, price and tax where it has none of its own',
    async run(subject) {
      await seed(subject, { rule: 'PARENT', kind: 'percent_off', value: decimal('10') });
      const line = await lineOf(subject, 'SHIRT/L', { quantity: '3' });
      expectEqual(
        [line.parent, line.netPrice, line.grossPrice, line.basePrice, line.taxRate],
        ['SHIRT', '26.91', '32.29', '29.9', '20'],
      );
      expectEqual([line.netTotal, line.grossTotal], ['80.73', '96.88']);
      const variants = [{ reference: 'SHIRT/L', axes: [], fields: { netPrice: decimal('50') } }];
      await subject.shop.saveProduct({ reference: 'SHIRT', fields: {}, variants }, 'update_product');
      expectEqual((await lineOf(subject, 'SHIRT/L')).netPrice, '45');
      await subject.shop.savePriceRules(
        message({ rules: [rule({ rule: 'OWN', reference: 'SHIRT/L', value: decimal('60') })], keep: [] }),
        'merge',
      );
      expectEqual(told(await lineOf(subject, 'SHIRT/L')), [
        'OWN won',
        'PARENT beaten by article',
        'sale_price beaten by buyer',
        'sale_price beaten by buyer',
      ]);
    },
  },
  {
    name: 'an article’s price for a category, and the level that the shop has for it, stand behind rules for it',
    async run(subject) {
      await seed(subject);
      expectEqual(told(await lineOf(subject, 'BOOK')), ['category_price won', 'sale_price beaten by buyer']);
      const reseller = await lineOf(subject, 'BOOK', { buyer: { group: 'Revendeurs' } });
      expectEqual([reseller.netPrice, told(reseller)[0]], ['10.5', 'price_level won']);
      expectEqual((await lineOf(subject, 'BOOK', { buyer: { group: 'constructor' } })).netPrice, '12.345');
    },
  },
  {
    name: 'a rule holds for its currency, its country and its dates only, and no longer once it is retired',
    async run(subject) {
      await seed(
        subject,
        { rule: 'EURO', currency: 'EUR' },
        { rule: 'SUISSE', country: 'CH' },
        { rule: 'LATER', validFrom: moment('2026-06-15 12:00:01') },
        { rule: 'OVER', options: { validTo: moment('2026-06-15 11:59:59') } },
        { rule: 'TODAY', value: decimal('27'), options: { validTo: moment('2026-06-15 00:00:00') } },
        { rule: 'GONE', fromQuantity: decimal('0.5') },
        { rule: 'GONE', reference: 'BOOK', fromQuantity: decimal('0.5') },
      );
      const kept = [rule({ rule: 'GONE', reference: 'BOOK', fromQuantity: decimal('0.5') })];
      await subject.shop.savePriceRules(message({ rules: kept, keep: [] }), 'full');
      const asked = { currency: 'CHF', country: 'FR' };
      expectEqual([...told(await lineOf(subject, 'SHIRT', asked))].sort(), [
        'EURO excluded as other_currency',
        'GONE excluded as retired',
        'LATER excluded as not_yet_valid',
        'OVER excluded as expired',
        'SUISSE excluded as other_country',
        'TODAY won',
        'sale_price beaten by buyer',
      ]);
      expectEqual(told(await lineOf(subject, 'SHIRT', { currency: 'EUR' }))[0], 'EURO won');
      expectEqual(told(await lineOf(subject, 'SHIRT', { country: 'CH' }))[0], 'SUISSE won');
    },
  },
  {
    name: 'a price of 0 is not applied but told; a number beyond what a float holds counts in full',
    async run(subject) {
      await seed(
        subject,
        { rule: 'NOTHING', value: decimal('0') },
        { rule: 'LESS', value: decimal('20.00000000000000000001') },
        { rule: 'MORE', value: decimal('20.00000000000000000002') },
        { rule: 'TOO_MANY', value: decimal('1'), fromQuantity: decimal('9007199254740993') },
        { rule: 'ENOUGH', value: decimal('2'), fromQuantity: decimal('9007199254740991') },
      );
      expectEqual(told(await lineOf(subject, 'SHIRT')).slice(0, 2), ['LESS won', 'MORE beaten by price']);
      const many = await lineOf(subject, 'SHIRT', { quantity: '9007199254740992' });
      expectEqual(told(many).at(0), 'ENOUGH won');
      assert.ok(told(many).includes('NOTHING excluded as zero'));
      assert.ok(told(many).includes('TOO_MANY excluded as quantity_not_reached'));
    },
  },
  {
    name: 'rules that contradict the winner are told',
    async run(subject) {
      await seed(
        subject,
        { rule: 'TF1', group: 'Grossistes' },
        { rule: 'TF2', group: 'Grossistes', value: decimal('24') },
        { rule: 'TF3', group: 'Grossistes', kind: 'amount_off', value: decimal('5.9') },
      );
      const line = await lineOf(subject, 'SHIRT');
      expectEqual(told(line).slice(0, 3), ['TF2 won', 'TF3 beaten by order', 'TF1 beaten by price']);
      expectEqual(
        line.conflicts.map((candidate) => candidate.rule),
        ['TF1'],
      );
    },
  },
  {
    name: 'of thousands of rules the best are told and the others counted; the right one wins',
    async run(subject) {
      const steps = Array.from({ length: 3000 }, (_, index) => ({
        rule: `TF${index}`,
        fromQuantity: decimal(`${index % 1500}`),
        value: decimal(`${5000 - index}`),
      }));
      await seed(subject, ...steps);
      const line = await lineOf(subject, 'SHIRT', { quantity: '700' });
      expectEqual(line.netPrice, '2800');
      expectEqual(told(line).slice(0, 2), ['TF2200 won', 'TF700 beaten by price']);
      expectEqual(
        line.conflicts.map((candidate) => candidate.rule),
        ['TF700'],
      );
      const shown = line.considered.filter(({ candidate }) => candidate.origin === 'rule').length;
      assert.ok(shown <= MOST_RULES_SHOWN);
      assert.equal(shown + line.moreRules, 3000);
    },
  },
  {
    name: 'lines and totals are rounded to the cent, the tax is told by rate',
    async run(subject) {
      await seed(subject, { rule: 'TF1', kind: 'percent_off', value: decimal('33.33') });
      const { lines, netTotal, grossTotal, taxes } = await quote(subject, {
        SHIRT: '3',
        BOOK: '1.5',
        'SHIRT/L': '7',
      });
      expectEqual(
        lines.map((line) => [line.netPrice, line.netTotal, line.grossTotal]),
        [
          ['19.93433', '59.8', '71.76'],
          ['11', '16.5', '17.41'],
          ['19.93433', '139.54', '167.45'],
        ],
      );
      expectEqual([netTotal, grossTotal], ['215.84', '256.62']);
      expectEqual(taxes, [
        { rate: '5.5', net: '16.5', tax: '0.91' },
        { rate: '20', net: '199.34', tax: '39.87' },
      ]);
    },
  },
  {
    name: 'an article or a customer that is not active is priced, and told',
    async run(subject) {
      await seed(subject);
      const { saveProduct, saveCustomers } = subject.shop;
      await saveProduct({ reference: 'SHIRT', fields: { active: false } }, 'update_product');
      await saveProduct({ reference: 'SHIRT/L', fields: { available: false } }, 'update_option');
      await saveProduct({ reference: 'LOST', parent: 'NOWHERE', fields: {} }, 'add_option');
      await saveCustomers(message([{ code: 'CLEE', fields: { active: false } }]));
      const { remarks, lines } = await quote(subject, { SHIRT: '1', 'SHIRT/L': '1', LOST: '1' });
      expectEqual(remarks, ['customer_inactive']);
      expectEqual(
        lines.map((line) => [line.netPrice, ...line.remarks]),
        [
          ['29.9', 'inactive'],
          ['29.9', 'parent_inactive', 'unavailable'],
          [undefined, 'parent_unknown', 'no_price'],
        ],
      );
    },
  },
  {
    name: 'without a price or a tax rate there is no total that would leave it out',
    async run(subject) {
      await seed(subject);
      const { saveProduct } = subject.shop;
      await saveProduct({ reference: 'BARE', fields: {} }, 'add_product');
      await saveProduct({ reference: 'UNTAXED', fields: { netPrice: decimal('5') } }, 'add_product');
      const untaxed = await quote(subject, { BOOK: '1', UNTAXED: '1' });
      expectEqual(
        [untaxed.netTotal, untaxed.grossTotal, untaxed.lines[1]?.remarks],
        ['16', undefined, ['no_tax_rate']],
      );
      const bare = await quote(subject, { BOOK: '1', BARE: '1' });
      expectEqual([bare.netTotal, bare.grossTotal], [undefined, undefined]);
      const { netTotal, grossTotal, taxes } = await quote(subject, {});
      expectEqual([netTotal, grossTotal, taxes], ['0', '0', []]);
    },
  },
  {
    name: 'an unknown reference or customer, a quantity of nothing, a basket without an end are refused by name',
    async run(subject) {
      await seed(subject);
      await assert.rejects(quote(subject, { SHIRT: '1', NOPE: '1' }), {
        problem: { reason: 'reference_unknown', entity: 'product', record: 'NOPE' },
      });
      await assert.rejects(quote(subject, { SHIRT: '1' }, { buyer: { customer: 'NOPE' } }), {
        problem: { reason: 'customer_unknown', entity: 'customer', record: 'NOPE' },
      });
      for (const quantity of ['0', '-1'])
        await assert.rejects(quote(subject, { SHIRT: quantity }), {
          problem: { reason: 'quantity_not_positive', entity: 'product', record: 'SHIRT', value: quantity },
        });
      const line = { reference: 'SHIRT', quantity: decimal('1') };
      const lines = Array.from({ length: MOST_LINES + 1 }, () => line);
      const tooMany = partOf(subject, 'quotes').quote({ buyer: { group: '' }, lines });
      await assert.rejects(tooMany, { code: 'too_large' });
    },
  },
]);
