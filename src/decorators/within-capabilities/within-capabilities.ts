import { isDeepStrictEqual } from 'node:util';
import type { CustomerChange } from '../../domain/customer.ts';
import { fail } from '../../domain/error.ts';
import type { KeptPriceRules, PriceRuleChange } from '../../domain/price-rule.ts';
import { ALL_CAPABILITIES } from '../../shop/capabilities.ts';
import { aroundEach, decorate } from '../../shop/decorate.ts';
import { OPERATION_NAMES, OPERATIONS, type Operation, type OperationName } from '../../shop/operations.ts';
import type { PriceRuleBatch, Shop } from '../../shop/shop.ts';
import { fitCustomer } from './customer.ts';
import { createLeftOut, type LeftOut } from './left-out.ts';
import { fitPriceRule } from './price-rule.ts';
import { fitProduct } from './product.ts';

/**
 * A shop that is asked for nothing beyond its capabilities, so that no adapter has to look: what a record says beyond
 * them is left out with a warning, a number that is too long is rounded with one, an operation that it cannot do is
 * refused with `unsupported`, and a list of what it cannot keep is empty. A shop that can do everything stays as it is.
 */
export function withinCapabilities(inner: Shop): Shop {
  if (isDeepStrictEqual(inner.capabilities, ALL_CAPABILITIES)) return inner;
  const able = aroundEach(inner, { list: none, call: refuse }, OPERATION_NAMES.filter(isBeyond(inner)));
  return decorate(able, {
    async saveProduct(said, ...rest) {
      const { change, warnings } = fitProduct(said, inner.capabilities);
      const result = await able.saveProduct(change, ...rest);
      return { ...result, warnings: [...warnings, ...result.warnings] };
    },
    async saveCustomers(changes, ...rest) {
      const leftOut = createLeftOut();
      return leftOut.addTo(await able.saveCustomers(fittingCustomers(inner, changes, leftOut), ...rest));
    },
    async savePriceRules(batches, ...rest) {
      const leftOut = createLeftOut();
      return leftOut.addTo(await able.savePriceRules(fittingRules(inner, batches, leftOut), ...rest));
    },
  });
}

const operationOf = (name: OperationName): Operation => OPERATIONS[name];

const isBeyond =
  ({ capabilities }: Shop) =>
  (name: OperationName): boolean => {
    const { needs } = operationOf(name);
    return needs !== undefined && !capabilities[needs];
  };

async function* none() {}

async function refuse(name: OperationName): Promise<never> {
  throw fail('unsupported', { field: operationOf(name).needs ?? name });
}

async function* fittingCustomers(
  { capabilities }: Shop,
  batches: AsyncIterable<readonly CustomerChange[]>,
  leftOut: LeftOut,
): AsyncGenerator<readonly CustomerChange[]> {
  for await (const batch of batches)
    yield batch.flatMap((change) => leftOut.fit(() => fitCustomer(change, capabilities)) ?? []);
}

const keyOf = ({ kind: _, value: __, options: ___, ...key }: PriceRuleChange): KeptPriceRules => key;

/** A rule that is refused here must not be retired by a `full` list. */
async function* fittingRules(
  { capabilities }: Shop,
  batches: AsyncIterable<PriceRuleBatch>,
  leftOut: LeftOut,
): AsyncGenerator<PriceRuleBatch> {
  for await (const { rules, keep } of batches) {
    const fitted = rules.map((rule) => leftOut.fit(() => fitPriceRule(rule, capabilities)));
    const refused = rules.filter((_, index) => fitted[index] === undefined);
    yield { rules: fitted.filter((rule) => rule !== undefined), keep: [...keep, ...refused.map(keyOf)] };
  }
}
