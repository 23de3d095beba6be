import type {
  ORDER_FIELDS,
  ORDER_LINE_FIELDS,
  ORDER_LINE_OPTIONS,
  ORDER_OPTIONS,
  ORDER_TOTALS,
} from '../../../domain/order.ts';
import { fieldTable, type WireTableFor } from '../parts/field-table.ts';

/** `total_products` is the one that INCLUDES tax (seed §11), the reverse of PrestaShop. */
export const TOTALS_TABLE = fieldTable({
  discountPercent: { kind: 'decimal', names: ['total_discounts'] },
  discountInclTax: { kind: 'decimal', names: ['total_discounts_tax_incl'] },
  discountExclTax: { kind: 'decimal', names: ['total_discounts_tax_excl'] },
  paid: { kind: 'decimal', names: ['total_paid'] },
  productsInclTax: { kind: 'decimal', names: ['total_products'] },
  productsExclTax: { kind: 'decimal', names: ['total_products_wt'] },
  shippingInclTax: { kind: 'decimal', names: ['total_shipping'] },
  shippingTaxRate: { kind: 'decimal', names: ['carrier_tax_rate'] },
} satisfies WireTableFor<typeof ORDER_TOTALS>);

/** What else stands in `<commande>` as it is. */
export const HEADER_TABLE = fieldTable({
  warehouse: { kind: 'text', names: ['depot'] },
  currency: { kind: 'code', names: ['currency'] },
  paymentMethod: { kind: 'text', names: ['payment'] },
  carrier: { kind: 'text', names: ['livreur'] },
} satisfies WireTableFor<typeof ORDER_FIELDS & typeof ORDER_OPTIONS>);

export const LINE_TABLE = fieldTable({
  reference: { kind: 'code', names: ['product_reference'] },
  quantity: { kind: 'decimal', names: ['product_quantity'] },
  name: { kind: 'text', names: ['product_name'] },
  netUnitPrice: { kind: 'decimal', names: ['product_price'] },
  taxRate: { kind: 'decimal', names: ['tva_rate'] },
  ecotax: { kind: 'decimal', names: ['ecotax'] },
  axis1: { kind: 'text', names: ['product_gamme1'] },
  axis2: { kind: 'text', names: ['product_gamme2'] },
} satisfies WireTableFor<typeof ORDER_LINE_FIELDS & typeof ORDER_LINE_OPTIONS>);
