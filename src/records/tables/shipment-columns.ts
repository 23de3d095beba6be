import { ORDER_COLUMNS } from './order-columns.ts';
import { type Target, targets } from './synonyms.ts';

const ORDER_ID = [...ORDER_COLUMNS].flatMap(([header, { path, cell }]): [string, Target][] =>
  path === 'id' ? [[header, { path: 'orderId', cell }]] : [],
);

/** One row a parcel of a shop's order. */
export const SHIPMENT_COLUMNS: ReadonlyMap<string, Target> = new Map([
  ...ORDER_ID,
  ...targets('text', {
    orderId: ['orderid', 'commande web', 'reference commande', 'ref commande'],
    trackingNumber: [
      'trackingnumber',
      'tracking',
      'suivi',
      'numero de suivi',
      'numero suivi',
      'n suivi',
      'n de suivi',
      'colis',
      'numero de colis',
      'n colis',
      'tracking number',
      'tracking no',
    ],
  }),
]);
