import type { LocalDateTime } from '../../../domain/dates.ts';
import { ZERO } from '../../../domain/decimal.ts';
import type { OrderLine } from '../../../domain/order.ts';
import { DOCUMENT_STATE_CODES, DOCUMENT_TYPE_CODES } from '../../../parsing/document-codes.ts';
import type { Profile } from '../../profiles.ts';
import { leaf, node, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { writeAddress } from '../parts/address.ts';
import { formatDayFirst } from '../parts/day-first.ts';
import { writePerson } from '../parts/person.ts';
import { encodeText } from '../parts/text.ts';
import type { OrderDocument } from './order-reader.ts';

export type OrderSpelling = Pick<Profile, 'orderDates' | 'orderExtras'>;

/**
 * `<order>` in the specification's element order (seed §11). The elements that it marks with a star are written when they
 * are known and the profile allows them; company, address2, the phones and the ecotax always: older readers need them.
 */
export function writeOrder(
  order: OrderDocument,
  spelling: OrderSpelling,
  options: WireOptions,
): readonly XmlElement[] {
  const { billing, customer } = order;
  const extra = (name: string, value: string | undefined): readonly XmlElement[] =>
    spelling.orderExtras && value ? [leaf(name, encodeText(value, options))] : [];
  const code = (name: string, value: string | undefined): readonly XmlElement[] =>
    spelling.orderExtras && value ? [leaf(name, value)] : [];
  const ids = [leaf('id', customer.id), ...code('code_erp', customer.erpCode)];
  return [
    node('livraison', writeAddress(order.delivery, options)),
    node('facturation', [...writeAddress(billing, options), ...code('vat_number', billing.vatNumber)]),
    node('client', writePerson(customer, ids, options)),
    node('commande', [
      leaf('date_add', formatOrderDate(order.placedAt, spelling)),
      ...extra('depot', order.warehouse),
      ...code('currency', order.currency),
      ...extra('payment', order.paymentMethod),
      ...writeTotals(order),
      leaf('livreur', encodeText(order.carrier, options)),
      ...code('type', order.documentType && DOCUMENT_TYPE_CODES[order.documentType]),
      ...code('statut', order.documentState && DOCUMENT_STATE_CODES[order.documentState]),
      ...code('reference', order.reference),
    ]),
    node(
      'produits',
      order.lines.map((line) =>
        node('product', [
          ...writeLine(line, options),
          ...extra('product_gamme2', line.axis2),
          ...extra('product_gamme1', line.axis1),
        ]),
      ),
    ),
    // No mere spelling: without it an order that must be skipped would be imported, so every profile has it.
    ...(order.excluded ? [leaf('no_import', '')] : []),
  ];
}

const formatOrderDate = (date: LocalDateTime | undefined, { orderDates }: OrderSpelling): string =>
  date === undefined || orderDates === 'yyyy-mm-dd hh:mm:ss' ? (date ?? '') : formatDayFirst(date, '/');

const writeTotals = ({ totals }: OrderDocument): readonly XmlElement[] => [
  leaf('total_discounts', totals.discountPercent),
  leaf('total_discounts_tax_incl', totals.discountInclTax),
  leaf('total_discounts_tax_excl', totals.discountExclTax),
  leaf('total_paid', totals.paid),
  leaf('total_products', totals.productsInclTax),
  leaf('total_products_wt', totals.productsExclTax),
  leaf('total_shipping', totals.shippingInclTax),
  leaf('carrier_tax_rate', totals.shippingTaxRate),
];

const writeLine = (line: OrderLine, options: WireOptions): readonly XmlElement[] => [
  leaf('product_reference', line.reference),
  leaf('product_quantity', line.quantity),
  leaf('product_name', encodeText(line.name, options)),
  leaf('product_price', line.netUnitPrice),
  leaf('tva_rate', line.taxRate),
  leaf('ecotax', line.ecotax ?? ZERO),
];
