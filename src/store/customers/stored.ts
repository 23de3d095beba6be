import type { Sql } from '../database.ts';
import type { Table } from '../table.ts';
import { ADDRESS, CONTACT, CUSTOMER, cellsFromRow } from './columns.ts';
import { addressKey, createErpSide, type ErpSide } from './merge.ts';
import {
  ADDRESS_TABLE,
  type AddressRow,
  CONTACT_TABLE,
  type ContactRow,
  ERP_RECORD,
  type ErpRow,
} from './tables.ts';

/** A customer of the ERP as stored. */
export interface StoredCustomer {
  readonly key: number;
  readonly id: string;
  readonly side: ErpSide;
}

/** A customer of the shop without a code, whose e-mail nobody else of those has. */
export interface Adoptable {
  readonly key: number;
  readonly id: string;
}

/** Of the customers whose turns are after `after` and up to `upTo`. */
export interface Turns {
  readonly after: number;
  readonly upTo: number;
}

const NAMED = '(SELECT DISTINCT code FROM customer_node WHERE turn > $1 AND turn <= $2)';
const CUSTOMERS = `SELECT ${ERP_RECORD.selected('c.')}
  FROM ${NAMED} n JOIN customer c ON c.code = n.code`;
const parts = ({ name, selected }: Pick<Table<object>, 'name' | 'selected'>): string =>
  `SELECT n.code, ${selected('p.')}
  FROM ${NAMED} n JOIN customer c ON c.code = n.code JOIN ${name} p ON p.customer_key = c.customer_key`;
const CONTACTS = `${parts(CONTACT_TABLE)} ORDER BY p.customer_key, p.position`;
const ADDRESSES = parts(ADDRESS_TABLE);
const ADOPTABLE = `SELECT n.email_key, min(c.customer_key) AS key, min(c.id) AS id
  FROM (SELECT DISTINCT email_key FROM customer_node WHERE turn > $1 AND turn <= $2 AND email_key IS NOT NULL) n
  JOIN customer c ON c.shop_email_key = n.email_key WHERE c.code IS NULL
  GROUP BY n.email_key HAVING count(*) = 1`;

interface Coded {
  readonly code: string;
}

/** By code. */
export async function readStored(sql: Sql, { after, upTo }: Turns): Promise<Map<string, StoredCustomer>> {
  const stored = new Map<string, StoredCustomer>();
  for (const row of await sql.all<ErpRow & Coded>(CUSTOMERS, [after, upTo])) {
    const side = createErpSide();
    side.cells = cellsFromRow(CUSTOMER, row);
    stored.set(row.code, { key: row.customerKey, id: row.id, side });
  }
  if (stored.size === 0) return stored;
  for (const row of await sql.all<ContactRow & Coded>(CONTACTS, [after, upTo])) {
    const placed = { position: row.position, cells: cellsFromRow(CONTACT, row) };
    stored.get(row.code)?.side.contacts.set(row.contactKey, placed);
  }
  for (const row of await sql.all<AddressRow & Coded>(ADDRESSES, [after, upTo])) {
    const { kind, position } = row;
    const placed = { kind, position, cells: cellsFromRow(ADDRESS, row) };
    stored.get(row.code)?.side.addresses.set(addressKey(kind, position), placed);
  }
  return stored;
}

/** By e-mail in lower case. */
export async function readAdoptable(sql: Sql, { after, upTo }: Turns): Promise<Map<string, Adoptable>> {
  const rows = await sql.all<{ email_key: string; key: number; id: string }>(ADOPTABLE, [after, upTo]);
  return new Map(rows.map(({ email_key, key, id }) => [email_key, { key, id }]));
}
