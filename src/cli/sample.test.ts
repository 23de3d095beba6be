import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleFiles } from '../../scripts/sample/files.ts';
import { add, round, subtract } from '../domain/decimal.ts';
import type { Decoded } from '../domain/problem.ts';
import { readCustomer } from '../records/customer-record.ts';
import { readOrder } from '../records/order-record.ts';
import { readPriceRule } from '../records/price-rule-record.ts';
import { readProduct } from '../records/product-record.ts';
import { describe as sentence } from '../shop/wording.ts';

const committed = (name: string): string =>
  readFileSync(new URL(`../../sample/${name}`, import.meta.url), 'utf8');

function records<T>(name: string, read: (value: unknown) => Decoded<T>): T[] {
  const lines = committed(name).trimEnd().split('\n');
  return lines.map((line) => {
    const result = read(JSON.parse(line));
    if (!result.ok) throw new Error(sentence(result.problem, 'en'));
    return result.value;
  });
}

test('the committed sample is what its script makes (else run: node scripts/make-sample.ts)', () => {
  for (const [name, text] of Object.entries(sampleFiles())) expect(committed(name) === text, name).toBe(true);
});

test('the catalogue is large enough to show everything', () => {
  const changes = records('products.jsonl', readProduct).map(({ change }) => change);
  const references = new Set(changes.map(({ reference }) => reference));
  const parents = new Set(changes.flatMap(({ parent }) => parent ?? []));
  expect(references.size).toBe(changes.length);
  expect(changes.filter(({ parent }) => parent === undefined).length).toBeGreaterThanOrEqual(300);
  expect(parents.size).toBeGreaterThanOrEqual(40);
  expect([...parents].filter((parent) => !references.has(parent))).toEqual([]);
  expect(new Set(changes.map(({ fields }) => fields.taxRate))).toEqual(new Set(['20', '10', '5.5']));
  expect(changes.filter(({ translations }) => translations?.en).length).toBeGreaterThan(200);
  expect(changes.some(({ fields }) => fields.ecotax)).toBe(true);
});

test('every EAN-13 has its right check digit, and none is given twice', () => {
  const codes = records('products.jsonl', readProduct).map(({ change }) => change.fields.ean13 ?? '');
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(code).toMatch(/^299\d{10}$/);
    const sum = [...code].reduce(
      (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
      0,
    );
    expect(sum % 10, code).toBe(0);
  }
});

test('orders sell what exists, to customers who exist, in several states, and add up', () => {
  const orders = records('orders.jsonl', readOrder).map(({ order }) => order);
  const references = new Set(records('products.jsonl', readProduct).map(({ change }) => change.reference));
  const customers = new Set(records('customers.jsonl', readCustomer).map(({ own }) => own?.id));
  expect(orders).toHaveLength(60);
  expect(new Set(orders.map(({ state }) => state)).size).toBeGreaterThanOrEqual(4);
  expect(orders.some(({ totals }) => totals.discountInclTax !== '0')).toBe(true);
  expect(orders.some(({ lines }) => new Set(lines.map(({ taxRate }) => taxRate)).size > 1)).toBe(true);
  for (const { id, totals, lines, customer } of orders) {
    expect(customers.has(customer.id), id).toBe(true);
    expect(lines.filter(({ reference }) => !references.has(reference))).toEqual([]);
    expect(totals.paid).toBe(
      subtract(add(totals.productsInclTax, totals.shippingInclTax), totals.discountInclTax),
    );
    expect(round(totals.paid, 2)).toBe(totals.paid);
  }
});

test('each price rule is one of its kind, for a product that exists', () => {
  const rules = records('price-rules.jsonl', readPriceRule).filter((rule) => rule !== 'retired');
  const references = new Set(records('products.jsonl', readProduct).map(({ change }) => change.reference));
  const keys = rules.map((rule) =>
    [rule.source, rule.rule, rule.reference, rule.customer, rule.group, rule.fromQuantity].join('|'),
  );
  expect(rules).toHaveLength(500);
  expect(new Set(keys).size).toBe(500);
  expect(rules.filter(({ reference }) => !references.has(reference))).toEqual([]);
  expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(['price', 'amount_off', 'percent_off']));
});
