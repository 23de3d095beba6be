import type { Store } from '../../src/store/open.ts';
import { message } from '../../src/testing/contract/expect.ts';
import { decimal, moment, priceRule } from '../../src/testing/contract/samples.ts';

/** An article, a customer of the category Grossistes, and rules of which each says something else. */
export async function fillPrices({ shop }: Pick<Store, 'shop'>): Promise<void> {
  const fields = { netPrice: decimal('30'), taxRate: decimal('20') };
  const variants = [{ reference: 'SHIRT/L', axes: [{ name: 'Taille', value: 'L' }], fields: {} }];
  await shop.saveProduct({ reference: 'SHIRT', fields, variants }, 'add_product');
  await shop.saveProduct({ reference: 'BARE', fields: { active: false } }, 'add_product');
  await shop.saveCustomers(
    message([{ code: 'CLEE', fields: { priceCategory: 'Grossistes', active: false } }]),
  );
  const rule = {
    source: 'tarif',
    reference: 'SHIRT',
    customer: '',
    fromQuantity: decimal('0'),
    validFrom: '',
  } as const;
  const rules = [
    priceRule({ ...rule, rule: 'TF1', group: 'Grossistes', kind: 'price', value: decimal('25') }),
    priceRule({ ...rule, rule: 'TF2', group: 'Grossistes', kind: 'price', value: decimal('24') }),
    priceRule({
      ...rule,
      rule: 'TF3',
      customer: 'CLEE',
      currency: 'CHF',
      country: 'CH',
      fromQuantity: decimal('9.5'),
      validFrom: moment('2026-01-01 00:00:00'),
      options: { validTo: moment('2026-12-31 00:00:00'), basePrice: decimal('40') },
    }),
  ];
  await shop.savePriceRules(message({ rules, keep: [] }), 'merge');
}
