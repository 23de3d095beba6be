import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { ProductChange } from '../../domain/product.ts';
import { message } from '../contract/expect.ts';
import { decimal, priceRule } from '../contract/samples.ts';
import type { BackofficeSubject } from './subject.ts';

const SHIRT: ProductChange = {
  reference: 'SHIRT',
  fields: { netPrice: decimal('29.9'), taxRate: decimal('20') },
  variants: [{ reference: 'SHIRT/L', axes: [{ name: 'Taille', value: 'L' }], fields: {} }],
};
const BOOK: ProductChange = {
  reference: 'BOOK',
  fields: { netPrice: decimal('12.345'), taxRate: decimal('5.5') },
  categoryPrices: [{ category: 'Grossistes', netPrice: decimal('11') }],
  priceLevels: { 2: decimal('10.5'), 3: decimal('10') },
};

/** For everybody, from the first piece on, unless something else is said. */
export const rule = (changes: Partial<PriceRuleChange>): PriceRuleChange =>
  priceRule({
    source: 'tarif',
    rule: 'TF1',
    reference: 'SHIRT',
    customer: '',
    fromQuantity: decimal('0'),
    validFrom: '',
    kind: 'price',
    value: decimal('25'),
    ...changes,
  });

/** A product with a variant, another one, a customer of the category Grossistes, and rules. */
export async function seed(
  { shop }: BackofficeSubject,
  ...rules: readonly Partial<PriceRuleChange>[]
): Promise<void> {
  for (const product of [SHIRT, BOOK]) await shop.saveProduct(product, 'add_product');
  const fields = { name: 'Lee', priceCategory: 'Grossistes' };
  await shop.saveCustomers(message([{ code: 'CLEE', fields }]));
  await shop.savePriceRules(message({ rules: rules.map(rule), keep: [] }), 'merge');
}
