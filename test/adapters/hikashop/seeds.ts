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
import { PhpFloat, type PhpInput, phpArray } from './php.ts';

const HUNDRED = parseDecimal('100') ?? ZERO;
/** Accounts that a test does not speak of were made long ago. */
const LONG_AGO = 946_684_800;

const unix = (local: string): number => Date.parse(`${local.replace(' ', 'T')}Z`) / 1000;
const zoneKey = (country: string): string =>
  ({ FR: 'country_France_73', DE: 'country_Germany_81' })[country] ?? country;

/** What happens on HikaShop's own side, written as HikaShop writes it. Times are UTC. */
export function hikashopSeed(site: CmsSite, now: () => Date): Seed {
  const placed = new Map<string, Order>();
  const customers = new Map<string, ShopCustomer>();
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  return {
    async order(order) {
      const before = placed.get(order.id);
      const outcome = outcomeOf(before, order);
      if (outcome.outcome === 'unchanged') return outcome;
      placed.set(order.id, structuredClone(order));
      await writeOrder(site, order, { state: await currentState(site, order.id), at: seconds() });
      return outcome;
    },
    async customer(customer) {
      const outcome = outcomeOf(customers.get(customer.id), customer);
      if (outcome.outcome === 'unchanged') return outcome;
      customers.set(customer.id, structuredClone(customer));
      await writeCustomer(site, customer, seconds());
      return outcome;
    },
  };
}

async function currentState(site: CmsSite, number: string): Promise<string | undefined> {
  const [row] = await site.query<{ order_status: string }>(
    'SELECT order_status FROM #__hikashop_order WHERE order_number = ?',
    [number],
  );
  return row?.order_status;
}

/** A person who registered in Joomla. */
async function writeAccount(
  site: CmsSite,
  { id, email, firstName, lastName }: Omit<ShopCustomer, 'address'>,
  at: number,
): Promise<void> {
  const joomlaId = Number(id) + 1000;
  await site.query(
    `INSERT INTO #__users (id, name, username, email, registerDate, params)
      VALUES (?, ?, ?, ?, NOW(), '') ON DUPLICATE KEY UPDATE name = VALUES(name), email = VALUES(email)`,
    [joomlaId, `${firstName} ${lastName}`, `user${id}`, email],
  );
  await site.query(
    `INSERT INTO #__hikashop_user (user_id, user_cms_id, user_email, user_partner_email, user_params, user_created)
      VALUES (?, ?, ?, '', '', ?) ON DUPLICATE KEY UPDATE user_email = VALUES(user_email)`,
    [id, joomlaId, email, at],
  );
}

async function addAddress(
  site: CmsSite,
  user: string,
  address: PostalAddress & { readonly vatNumber?: string },
): Promise<number> {
  await site.query(
    `INSERT INTO #__hikashop_address (address_user_id, address_firstname, address_lastname, address_company,
        address_street, address_street2, address_post_code, address_city, address_telephone, address_telephone2,
        address_country, address_vat) VALUES (?)`,
    [
      [
        ...[user, address.firstName, address.lastName, address.company ?? ''],
        ...[address.address1, address.address2 ?? '', address.postcode, address.city],
        ...[address.phone ?? '', address.mobile ?? '', zoneKey(address.country), address.vatNumber ?? ''],
      ],
    ],
  );
  const [row] = await site.query<{ id: number }>('SELECT LAST_INSERT_ID() AS id');
  return row?.id ?? 0;
}

interface Moment {
  /** Undefined: the order is new. */
  readonly state: string | undefined;
  readonly at: number;
}

async function writeOrder(site: CmsSite, order: Order, { state, at }: Moment): Promise<void> {
  await writeAccount(site, order.customer, LONG_AGO);
  const billing = await addAddress(site, order.customer.id, order.billing);
  const shipping = await addAddress(site, order.customer.id, order.delivery);
  const cells = {
    ...orderCells(order),
    order_billing_address_id: billing,
    order_shipping_address_id: shipping,
    order_modified: at,
  };
  if (state === undefined) await site.query('INSERT INTO #__hikashop_order SET ?', [cells]);
  else await site.query('UPDATE #__hikashop_order SET ? WHERE order_number = ?', [cells, order.id]);
  const [row] = await site.query<{ id: number }>(
    'SELECT order_id AS id FROM #__hikashop_order WHERE order_number = ?',
    [order.id],
  );
  const id = row?.id ?? 0;
  await site.query('DELETE FROM #__hikashop_order_product WHERE order_id = ?', [id]);
  for (const line of order.lines)
    await site.query('INSERT INTO #__hikashop_order_product SET ?', [{ order_id: id, ...lineCells(line) }]);
  if (state !== order.state) {
    const history = {
      history_order_id: id,
      history_created: at,
      history_new_status: order.state,
      history_reason: '',
      history_data: '',
      history_type: state === undefined ? 'creation' : 'modification',
    };
    await site.query('INSERT INTO #__hikashop_history SET ?', [history]);
  }
  if (order.customer.erpCode !== undefined)
    await site.query(
      `INSERT INTO #__passerelle_customer (code, account_id, record) VALUES (?, ?, '{"fields":{}}')
        ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)`,
      [order.customer.erpCode, order.customer.id],
    );
}

function orderCells({
  id,
  state,
  placedAt,
  currency,
  totals,
  ...order
}: Order): Readonly<Record<string, string | number>> {
  const { shippingInclTax, shippingTaxRate } = totals;
  const shippingTax = subtract(
    shippingInclTax,
    divide(multiply(shippingInclTax, HUNDRED), add(HUNDRED, shippingTaxRate), 5),
  );
  const discountTax = subtract(totals.discountInclTax, totals.discountExclTax);
  const productTax = subtract(totals.productsInclTax, totals.productsExclTax);
  return {
    order_number: id,
    order_status: state,
    order_user_id: order.customer.id,
    order_created: unix(placedAt),
    order_currency_id: currency === 'EUR' ? 1 : 0,
    order_full_price: totals.paid,
    order_discount_price: totals.discountInclTax,
    order_discount_tax: discountTax,
    order_shipping_price: shippingInclTax,
    order_shipping_tax: shippingTax,
    order_shipping_method: order.carrier,
    order_payment_method: order.paymentMethod,
    order_tax_info: taxInfo(shippingTaxRate, subtract(add(productTax, shippingTax), discountTax)),
  };
}

const taxInfo = (rate: Decimal, amount: Decimal): string =>
  phpArray({
    TVA: { tax_namekey: 'TVA', tax_rate: divide(rate, HUNDRED, 5), tax_amount: new PhpFloat(amount) },
  });

function lineCells(line: OrderLine): Readonly<Record<string, string | number>> {
  const tax = divide(multiply(line.netUnitPrice, line.taxRate), HUNDRED, 5);
  const options = [line.axis1, line.axis2].flatMap((value, index): [string, PhpInput][] =>
    value === undefined ? [] : [[String(index), { characteristic_value: value }]],
  );
  return {
    order_product_code: line.reference,
    order_product_name: line.name,
    order_product_quantity: line.quantity,
    order_product_price: line.netUnitPrice,
    order_product_tax: tax,
    order_product_tax_info: taxInfo(line.taxRate, tax),
    order_product_options: options.length > 0 ? phpArray(Object.fromEntries(options)) : '',
  };
}

async function writeCustomer(site: CmsSite, customer: ShopCustomer, at: number): Promise<void> {
  await writeAccount(site, customer, at);
  await site.query('DELETE FROM #__hikashop_address WHERE address_user_id = ?', [customer.id]);
  await addAddress(site, customer.id, customer.address);
}
