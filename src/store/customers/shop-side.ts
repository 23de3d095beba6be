import type { ShopCustomer } from '../../domain/customer.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { StoreContext } from '../context.ts';
import type { SqlValue } from '../database.ts';
import { moveRevision } from '../planned-merge.ts';
import { assigned, placeholders } from '../products/columns.ts';
import { emailKey } from './emails.ts';

const SHOP_COLUMNS = ['shop_last_name', 'shop_first_name', 'shop_email', 'shop_email_key', 'shop_address'];
const FIND = `SELECT ${SHOP_COLUMNS.join(', ')} FROM customer WHERE id = $1`;
const INSERT = `INSERT INTO customer (customer_key, id, shop_changed_at, ${SHOP_COLUMNS.join(', ')})
  SELECT coalesce(max(customer_key), 0) + 1, ${placeholders(SHOP_COLUMNS.length + 2)} FROM customer`;
const UPDATE = `UPDATE customer SET shop_changed_at = $2, ${assigned(SHOP_COLUMNS, 3)} WHERE id = $1`;

/** What the shop's own side says of a customer; what the ERP says stays beside it. */
export async function saveShopCustomer(
  { database, now }: StoreContext,
  customer: ShopCustomer,
): Promise<SaveResult> {
  return database.write(async (sql) => {
    const cells = shopCells(customer);
    const stored = await sql.get<Readonly<Record<string, SqlValue>>>(FIND, [customer.id]);
    if (stored && SHOP_COLUMNS.every((column, index) => stored[column] === cells[index])) {
      return { outcome: 'unchanged', warnings: [] };
    }
    await moveRevision(sql, 'customers');
    await sql.run(stored ? UPDATE : INSERT, [customer.id, now(), ...cells]);
    return { outcome: stored ? 'updated' : 'created', warnings: [] };
  });
}

/** In the order of SHOP_COLUMNS. */
const shopCells = ({ lastName, firstName, email, address }: ShopCustomer): readonly SqlValue[] => [
  lastName,
  firstName,
  email,
  email ? emailKey(email) : null,
  canonicalJson(address),
];
