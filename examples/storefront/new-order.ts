import type { Address } from './address.ts';
import type { PricedBasket, PricedLine } from './basket.ts';
import type { Visit } from './visit.ts';

/** The order of a basket, with the quote's amounts. Nothing stands in its way, so each of them is there. */
export function newOrder(
  { say, buyer }: Visit,
  { quote, lines }: PricedBasket,
  { address, email }: { address: Address; email: string },
) {
  const { netTotal = '', grossTotal = '', taxes } = quote;
  const { lastName, firstName } = address;
  return {
    // No money has come yet: the shop's back office, or its bank, moves it on.
    state: 'en_attente_paiement',
    paymentMethod: say('bankTransfer'),
    // Of a customer on record the API fills in name, invoice address and the ERP's code.
    ...(buyer?.customer
      ? { customer: { id: buyer.customer.id, email } }
      : { customer: { email, lastName, firstName }, billing: address }),
    delivery: address,
    totals: { paid: grossTotal, productsExclTax: netTotal, productsInclTax: grossTotal },
    taxes,
    lines: lines.map(orderLine),
  };
}

const orderLine = ({ product, price, name }: PricedLine) => ({
  reference: product.reference,
  name,
  quantity: price.quantity,
  netUnitPrice: price.netPrice ?? '',
  taxRate: price.taxRate ?? '',
  netTotal: price.netTotal ?? '',
  grossTotal: price.grossTotal ?? '',
});
