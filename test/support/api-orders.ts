import type { Store } from '../../src/store/open.ts';
import { moment, order, shopCustomer } from '../../src/testing/contract/samples.ts';

/** What a storefront sends: two lines, shipping, a discount. 50.00 + 19.96 without tax, 60.00 + 21.06 with it. */
export const BASKET = {
  state: 'paid',
  paymentMethod: 'Card',
  customer: { email: 'ada@lovelace.example', lastName: 'Lovelace', firstName: 'Ada' },
  billing: { country: 'FR', lastName: 'Lovelace', address1: '1 rue Haute', postcode: '57000', city: 'Metz' },
  totals: { paid: '79.96', shippingInclTax: '5.9', shippingTaxRate: '20', discountInclTax: '7' },
  lines: [
    { reference: 'LAMP', quantity: '2', netUnitPrice: '25', taxRate: '20', name: 'Lamp' },
    { reference: 'BOOK', quantity: '2', netUnitPrice: '9.98', taxRate: '5.5' },
  ],
} as const;

/** Two articles, a customer, and an order of each: in the shop alone, read by the ERP, confirmed with all there is. */
export async function addOrders({ shop, backoffice }: Pick<Store, 'shop' | 'backoffice'>): Promise<void> {
  for (const reference of ['LAMP', 'BOOK']) await shop.saveProduct({ reference, fields: {} }, 'add_product');
  await backoffice.saveShopCustomer(shopCustomer('77', { email: 'lee@bagues.fr' }));
  const days = ['OPEN', 'READ', 'FULL'].entries();
  for (const [day, id] of days)
    await backoffice.placeOrder(
      order(id, { state: 'paid', placedAt: moment(`2026-03-0${day + 1} 10:00:00`), excluded: id === 'FULL' }),
    );
  await shop.readOrder('READ', { by: 'erp', exchange: 'exchange-1' });
  await backoffice.recordExchange({
    id: 'exchange-1',
    at: '2026-03-02T10:05:00.000Z',
    resource: 'orders',
    reference: 'READ',
    outcome: 'warning',
    httpStatus: 200,
    problem: { reason: 'not_a_number', field: 'stock', record: 'A', value: 'x' },
    warnings: [{ reason: 'empty_ignored', field: 'tva' }],
    records: 1,
    durationMs: 1.5,
    requestBytes: 10,
    replyBytes: 20,
    remoteAddress: '10.0.0.1',
    request: '<connecteur/>',
    reply: '<connecteur/>',
  });
  await shop.saveTracking('FULL', '6A 001');
  await shop.confirmOrder('FULL', 'exported');
}
