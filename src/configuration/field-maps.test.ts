import { expect, it } from 'vitest';
import { fieldMapsSchema } from './field-maps.ts';

const issues = (maps: unknown) =>
  (fieldMapsSchema.safeParse(maps).error?.issues ?? []).map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
    ...(issue.code === 'custom' && issue.params),
  }));

const REFUSED: readonly (readonly [maps: object, issue: object])[] = [
  [
    { products: [{ from: 'xx_a', to: 'ean31' }] },
    { path: 'products.0.to', message: 'targetPath', closest: 'ean13' },
  ],
  [
    { products: [{ from: 'stok', to: 'xx_a' }] },
    { path: 'products.0.from', message: 'fieldPath', closest: 'stock' },
  ],
  [{ products: [{ from: 'xx_a', to: 'reference' }] }, { path: 'products.0.to', message: 'targetPath' }],
  [{ products: [{ to: 'stock' }] }, { path: 'products.0', message: 'fromOrValue' }],
  [{ products: [{ from: 'xx_a', value: '1', to: 'stock' }] }, { path: 'products.0', message: 'fromOrValue' }],
  [
    { products: [{ from: 'xx_a', to: 'xx_b', date: 'tomorrow' }] },
    { path: 'products.0.date', message: 'dateFormat' },
  ],
  [
    { products: [{ from: 'xx_a', to: 'xx_b', number: { factor: 'x' } }] },
    { path: 'products.0.number.factor', message: 'decimal' },
  ],
  [
    { orders: [{ value: '1', to: 'customer.erpcode' }] },
    { path: 'orders.0.to', message: 'targetPath', closest: 'customer.erpCode' },
  ],
  [{ orders: [{ value: '1', to: 'customer.id' }] }, { path: 'orders.0.to', message: 'targetPath' }],
  [{ orders: [{ value: '1', to: 'cliant/famille' }] }, { path: 'orders.0.to', message: 'nodePlace' }],
  [{ orders: [{ value: '1', to: 'client/1 2' }] }, { path: 'orders.0.to', message: 'nodePlace' }],
  [{ orders: [{ from: 'lines.name', to: 'client/famille' }] }, { path: 'orders.0.to', message: 'perLine' }],
  [
    { customers: [{ from: 'contacts.phone', to: 'deliveryAddresses.contact' }] },
    { path: 'customers.0.to', message: 'perLine' },
  ],
  [{ priceRules: [{ from: 'group', to: 'xx_group' }] }, { path: 'priceRules.0.to', message: 'targetPath' }],
  [{ priceRules: [{ value: 'A', to: 'reference' }] }, { path: 'priceRules.0.to', message: 'targetPath' }],
  ...[
    'client/code_erp',
    'commande/total_paid',
    'commande/date_add',
    'produits/*/ecotax',
    'customFields.no_import',
  ].map((to) => [{ orders: [{ value: '1', to }] }, { path: 'orders.0.to', message: 'ownNode' }] as const),
  [{ orderStates: { paid: '' } }, { path: 'orderStates.paid' }],
];

it.each(REFUSED)('%j is refused with its place and what was meant', (maps, issue) => {
  expect(issues(maps)).toMatchObject([issue]);
});

it('takes fields, custom fields and nodes', () => {
  const maps = {
    products: [
      { from: 'reference', to: 'customFields.code' },
      { value: '1', to: 'priceLevels.3' },
    ],
    customers: [{ from: 'xx_tarif', to: 'priceCategory', table: { A: 'Revendeurs' } }],
    orders: [
      { from: 'lines.reference', to: 'produits/*/xx_ref' },
      { from: 'state', to: 'commande/etat' },
      { value: 'web', to: 'xx_canal' },
      { value: '1', to: 'produits/2/xx_lot' },
      { value: '1', to: 'livraison/etage' },
    ],
    orderStates: { paid: '2' },
  };
  expect(issues(maps)).toEqual([]);
});
