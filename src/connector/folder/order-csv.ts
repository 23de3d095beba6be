import type { Order, OrderLine } from '../../domain/order.ts';
import { DOCUMENT_STATE_CODES, DOCUMENT_TYPE_CODES } from '../../parsing/document-codes.ts';
import { addressColumns, amount, type CsvColumn, frenchDate, tableOf, typed } from './csv-columns.ts';
import { formatCsv } from './csv-writer.ts';

interface OrderRow {
  readonly order: Order;
  /** Undefined in the one row of an order without lines. */
  readonly line: OrderLine | undefined;
}

/** Codes stay byte for byte what they are in the ERP or the shop; only what a buyer types is made harmless. */
const COLUMNS: readonly CsvColumn<OrderRow>[] = [
  ['N° commande', ({ order }) => order.id],
  ['N° pièce', ({ order }) => documentOf(order.id)],
  ['Référence commande', ({ order }) => order.reference ?? ''],
  ['Date', ({ order }) => frenchDate(order.placedAt)],
  ['Statut', ({ order }) => order.state],
  ['Type de pièce', ({ order }) => (order.documentType ? DOCUMENT_TYPE_CODES[order.documentType] : '')],
  ['État de la pièce', ({ order }) => (order.documentState ? DOCUMENT_STATE_CODES[order.documentState] : '')],
  ['Dépôt', ({ order }) => order.warehouse ?? ''],
  ['Devise', ({ order }) => order.currency ?? ''],
  ['Mode de paiement', ({ order }) => order.paymentMethod],
  ['Transporteur', ({ order }) => order.carrier],
  ['ID client', ({ order }) => order.customer.id],
  ['Code client', ({ order }) => order.customer.erpCode ?? ''],
  ['E-mail', ({ order }) => typed(order.customer.email)],
  ...addressColumns<OrderRow>(({ order }) => order.billing),
  ['N° TVA', ({ order }) => typed(order.billing.vatNumber)],
  ...addressColumns<OrderRow>(({ order }) => order.delivery, ' livraison'),
  ['Référence', ({ line }) => line?.reference ?? ''],
  ['Désignation', ({ line }) => typed(line?.name)],
  ['Gamme 1', ({ line }) => line?.axis1 ?? ''],
  ['Gamme 2', ({ line }) => line?.axis2 ?? ''],
  ['Quantité', ({ line }) => amount(line?.quantity)],
  ['PU HT', ({ line }) => amount(line?.netUnitPrice)],
  ['Taux TVA', ({ line }) => amount(line?.taxRate)],
  ['Écotaxe', ({ line }) => amount(line?.ecotax)],
  ['Total produits HT', ({ order }) => amount(order.totals.productsExclTax)],
  ['Total produits TTC', ({ order }) => amount(order.totals.productsInclTax)],
  ['Port TTC', ({ order }) => amount(order.totals.shippingInclTax)],
  ['TVA port', ({ order }) => amount(order.totals.shippingTaxRate)],
  ['Remise pourcent', ({ order }) => amount(order.totals.discountPercent)],
  ['Remise HT', ({ order }) => amount(order.totals.discountExclTax)],
  ['Remise TTC', ({ order }) => amount(order.totals.discountInclTax)],
  ['Total TTC', ({ order }) => amount(order.totals.paid)],
];

/** The piece's number: made of the shop's order id, since the ERP gives its own only when it takes the file. */
export const documentOf = (id: string): string => `WEB-${id}`;

/** One row a line; what is the order's stands in each. */
export function orderCsv(order: Order): string {
  const lines = order.lines.length > 0 ? order.lines : [undefined];
  return formatCsv(
    tableOf(
      COLUMNS,
      lines.map((line) => ({ order, line })),
    ),
  );
}
