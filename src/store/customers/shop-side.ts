import type { ShopCustomer } from '../../domain/customer.ts';
import type { Origin } from '../../domain/origin.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { BY_SHOP, type StoreContext, writingBy } from '../context.ts';
import type { SqlValue } from '../database.ts';
import { moveRevision } from '../planned-merge.ts';
import { assigned, placeholders } from '../sql-text.ts';
import { type Row, sameCells } from '../table.ts';
import { emailKey } from './emails.ts';
import { SHOP_SIDE, type ShopSide } from './tables.ts';

const FIND = `SELECT code, ${SHOP_SIDE.selected()} FROM customer WHERE id = $1`;
const INSERT = `INSERT INTO customer (customer_key, id, shop_changed_at, ${SHOP_SIDE.names.join(', ')})
  SELECT coalesce(max(customer_key), 0) + 1, ${placeholders(SHOP_SIDE.names.length + 2)} FROM customer`;
const UPDATE = `UPDATE customer SET shop_changed_at = $2, ${assigned(SHOP_SIDE.names, 3)} WHERE id = $1`;

/** What the shop's own side says of a customer; what the ERP says stays beside it. */
export async function saveShopCustomer(
  context: StoreContext,
  customer: ShopCustomer,
  origin: Origin = BY_SHOP,
): Promise<SaveResult> {
  const { database, now } = context;
  const writing = writingBy(context, origin);
  return database.write(async (sql, note) => {
    const cells = shopCells(customer);
    const stored = await sql.get<Row<ShopSide> & { readonly code: string | null }>(FIND, [customer.id]);
    const before = stored && SHOP_SIDE.rowCells(stored);
    if (before && sameCells(before, cells)) return { outcome: 'unchanged', warnings: [] };
    await moveRevision(sql, 'customers');
    await sql.run(stored ? UPDATE : INSERT, [customer.id, now(), ...cells]);
    const outcome = stored ? 'updated' : 'created';
    const fields = before ? changedFields(before, cells) : [];
    const code = stored?.code ?? undefined;
    note({
      entity: 'customer',
      key: customer.id,
      operation: outcome,
      fields,
      ...(code !== undefined && { code }),
      ...writing,
    });
    return { outcome, warnings: [] };
  });
}

/** As a customer's record calls them. */
const FIELDS: Readonly<Record<keyof ShopSide, string>> = {
  shopLastName: 'name',
  shopFirstName: 'firstName',
  shopEmail: 'email',
  shopEmailKey: 'email',
  shopAddress: 'address',
};

const changedFields = (before: readonly SqlValue[], after: readonly SqlValue[]): readonly string[] => [
  ...new Set(
    SHOP_SIDE.fields.filter((_, index) => before[index] !== after[index]).map((name) => FIELDS[name]),
  ),
];

const shopCells = ({ lastName, firstName, email, address }: ShopCustomer): readonly SqlValue[] =>
  SHOP_SIDE.cells({
    shopLastName: lastName,
    shopFirstName: firstName,
    shopEmail: email,
    shopEmailKey: emailKey(email),
    shopAddress: address,
  });
