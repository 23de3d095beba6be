import type { PostalAddress, ShopCustomer } from '../../../src/domain/customer.ts';
import {
  add,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  subtract,
  ZERO,
} from '../../../src/domain/decimal.ts';
import type { Order, OrderLine } from '../../../src/domain/order.ts';
import type { Seed } from '../../../src/testing/memory-shop.ts';
import type { CmsSite } from '../cms-site.ts';
import { outcomeOf } from '../outcome.ts';

const HUNDRED = parseDecimal('100') ?? ZERO;
/** Accounts that a test does not speak of were made long ago. */
const LONG_AGO = '2000-01-01 00:00:00';

const utc = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ');

/** What happens on VirtueMart's own side, written as VirtueMart writes it. Times are UTC. */
export function virtuemartSeed(site: CmsSite, now: () => Date): Seed {
  const placed = new Map<string, Order>();
  const customers = new Map<string, ShopCustomer>();
  return {
    async order(order) {
      const outcome = outcomeOf(placed.get(order.id), order);
      if (outcome.outcome === 'unchanged') return outcome;
      placed.set(order.id, structuredClone(order));
      await writeOrder(site, order, { state: await currentState(site, order.id), at: utc(now()) });
      return outcome;
    },
    async customer(customer) {
      const outcome = outcomeOf(customers.get(customer.id), customer);
      if (outcome.outcome === 'unchanged') return outcome;
      customers.set(customer.id, structuredClone(customer));
      await writeAccount(site, customer, utc(now()));
      await site.query('DELETE FROM #__virtuemart_userinfos WHERE virtuemart_user_id = ?', [customer.id]);
      await site.query('INSERT INTO #__virtuemart_userinfos SET ?', [
        {
          ...{ virtuemart_user_id: customer.id, address_type: 'BT', address_type_name: '' },
          ...addressCells(customer.address),
        },
      ]);
      return outcome;
    },
  };
}

async function currentState(site: CmsSite, id: string): Promise<string | undefined> {
  const [row] = await site.query<{ order_status: string }>(
    'SELECT order_status FROM #__virtuemart_orders WHERE virtuemart_order_id = ?',
    [id],
  );
  return row?.order_status;
}

/** A person who registered in Joomla and bought something. */
async function writeAccount(
  site: CmsSite,
  { id, email, firstName, lastName }: Omit<ShopCustomer, 'address'>,
  at: string,
): Promise<void> {
  await site.query(
    `INSERT INTO #__users (id, name, username, email, registerDate, params)
      VALUES (?, ?, ?, ?, ?, '') ON DUPLICATE KEY UPDATE name = VALUES(name), email = VALUES(email)`,
    [id, `${firstName} ${lastName}`, `user${id}`, email, at],
  );
  await site.query(
    'INSERT IGNORE INTO #__virtuemart_vmusers (virtuemart_user_id, customer_number, created_on) VALUES (?, ?, ?)',
    [id, `nr_${id}`, at],
  );
}

const COUNTRIES: Readonly<Record<string, number>> = { FR: 73, DE: 81, BE: 21 };

const addressCells = (address: PostalAddress) => ({
  company: address.company ?? '',
  last_name: address.lastName,
  first_name: address.firstName,
  phone_1: address.phone ?? '',
  phone_2: address.mobile ?? '',
  address_1: address.address1,
  address_2: address.address2 ?? '',
  zip: address.postcode,
  city: address.city,
  virtuemart_country_id: COUNTRIES[address.country] ?? 0,
});

interface Moment {
  /** Undefined: the order is new. */
  readonly state: string | undefined;
  readonly at: string;
}

async function writeOrder(site: CmsSite, order: Order, { state, at }: Moment): Promise<void> {
  await writeAccount(site, order.customer, LONG_AGO);
  const cells = { ...(await orderCells(site, order)), modified_on: at };
  if (state === undefined)
    await site.query('INSERT INTO #__virtuemart_orders SET ?', [{ ...cells, virtuemart_order_id: order.id }]);
  else await site.query('UPDATE #__virtuemart_orders SET ? WHERE virtuemart_order_id = ?', [cells, order.id]);
  for (const table of ['order_userinfos', 'order_items', 'order_calc_rules'])
    await site.query(`DELETE FROM #__virtuemart_${table} WHERE virtuemart_order_id = ?`, [order.id]);
  await writeAddresses(site, order);
  for (const line of order.lines) await writeLine(site, order, line);
  if (state !== order.state)
    await site.query('INSERT INTO #__virtuemart_order_histories SET ?', [
      { virtuemart_order_id: order.id, order_status_code: order.state, comments: '', created_on: at },
    ]);
  if (order.customer.erpCode !== undefined)
    await site.query(
      `INSERT INTO #__passerelle_customer (code, account_id, record) VALUES (?, ?, '{"fields":{}}')
        ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)`,
      [order.customer.erpCode, order.customer.id],
    );
}

async function writeAddresses(site: CmsSite, { id, billing, delivery, customer }: Order): Promise<void> {
  const email = customer.email;
  for (const [address_type, address] of Object.entries({ BT: billing, ST: delivery }))
    await site.query('INSERT INTO #__virtuemart_order_userinfos SET ?', [
      {
        virtuemart_order_id: id,
        virtuemart_user_id: customer.id,
        address_type,
        ...addressCells(address),
        email,
      },
    ]);
}

async function orderCells(site: CmsSite, { totals, currency, ...order }: Order) {
  const { shippingInclTax, shippingTaxRate } = totals;
  const shipment = divide(multiply(shippingInclTax, HUNDRED), add(HUNDRED, shippingTaxRate), 5);
  const shipmentTax = subtract(shippingInclTax, shipment);
  const productTax = subtract(totals.productsInclTax, totals.productsExclTax);
  const discountTax = subtract(totals.discountInclTax, totals.discountExclTax);
  return {
    virtuemart_user_id: order.customer.id,
    virtuemart_vendor_id: 1,
    order_number: order.reference ?? null,
    order_status: order.state,
    order_total: totals.paid,
    order_salesPrice: totals.productsInclTax,
    order_subtotal: totals.productsExclTax,
    order_tax: productTax,
    order_billTaxAmount: subtract(add(productTax, shipmentTax), discountTax),
    order_shipment: shipment,
    order_shipment_tax: shipmentTax,
    order_payment: '0',
    order_payment_tax: '0',
    coupon_discount: subtract(ZERO, totals.discountInclTax),
    order_currency: currency === 'EUR' ? 47 : null,
    virtuemart_paymentmethod_id: await methodId(site, 'payment', order.paymentMethod),
    virtuemart_shipmentmethod_id: await methodId(site, 'shipment', order.carrier),
    created_on: order.placedAt,
  };
}

async function methodId(site: CmsSite, kind: 'payment' | 'shipment', name: string): Promise<number | null> {
  const [row] = await site.query<{ id: number }>(
    `SELECT virtuemart_${kind}method_id AS id FROM #__virtuemart_${kind}methods_fr_fr WHERE ${kind}_name = ?`,
    [name],
  );
  return row?.id ?? null;
}

async function writeLine(site: CmsSite, { id, state }: Order, line: OrderLine): Promise<void> {
  const tax = divide(multiply(line.netUnitPrice, line.taxRate), HUNDRED, 5);
  await site.query('INSERT INTO #__virtuemart_order_items SET ?', [
    {
      ...{ virtuemart_order_id: id, order_item_sku: line.reference, order_item_name: line.name },
      ...{ product_quantity: line.quantity, product_item_price: line.netUnitPrice, product_tax: tax },
      ...{ product_discountedPriceWithoutTax: line.netUnitPrice, order_status: state },
      ...{ product_final_price: add(line.netUnitPrice, tax), product_attribute: attributes(line) },
    },
  ]);
  const [row] = await site.query<{ id: number }>('SELECT LAST_INSERT_ID() AS id');
  if (line.taxRate !== ZERO) await writeRate(site, { order: id, item: row?.id ?? 0, rate: line.taxRate });
}

const writeRate = (
  site: CmsSite,
  { order, item, rate }: { readonly order: string; readonly item: number; readonly rate: Decimal },
) =>
  site.query('INSERT INTO #__virtuemart_order_calc_rules SET ?', [
    {
      ...{ virtuemart_order_id: order, virtuemart_order_item_id: item, calc_rule_name: 'TVA' },
      ...{ calc_kind: 'VatTax', calc_mathop: '+%', calc_value: rate },
    },
  ]);

/** As VirtueMart 2 noted what was chosen. */
function attributes({ axis1, axis2 }: OrderLine): string {
  const spans = Object.entries({ 1: axis1, 2: axis2 }).flatMap(([id, value]) =>
    value === undefined
      ? []
      : [[id, ` <span class="costumTitle">Axe</span><span class="costumValue" >${value}</span>`]],
  );
  return spans.length > 0 ? JSON.stringify(Object.fromEntries(spans)) : '';
}
