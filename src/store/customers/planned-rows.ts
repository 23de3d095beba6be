import type { Sql, Staging } from '../database.ts';
import { ADDRESS, CONTACT, CUSTOMER } from './columns.ts';
import { emailKey } from './emails.ts';
import type { ErpSide } from './merge.ts';

const CUSTOMER_COLUMNS = ['customer_key', 'id', 'code', ...CUSTOMER.columns, 'email_key'];
const CONTACT_COLUMNS = ['customer_key', 'contact_key', 'position', ...CONTACT.columns];
const ADDRESS_COLUMNS = ['customer_key', 'kind', 'position', ...ADDRESS.columns];
const EMAIL = CUSTOMER.columns.indexOf('email');

const table = (name: string, columns: readonly string[]): string =>
  `CREATE TEMP TABLE ${name} (${columns.map((column) => `${column} ${isInteger(column) ? 'INTEGER' : 'TEXT'}`).join(', ')})`;
const isInteger = (column: string): boolean => ['customer_key', 'position', 'active'].includes(column);

const TABLES = [
  'DROP TABLE IF EXISTS planned_customer',
  'DROP TABLE IF EXISTS planned_contact',
  'DROP TABLE IF EXISTS planned_address',
  table('planned_customer', CUSTOMER_COLUMNS),
  table('planned_contact', CONTACT_COLUMNS),
  table('planned_address', ADDRESS_COLUMNS),
];

/** Who the rows belong to. */
export interface Identity {
  readonly key: number;
  readonly id: string;
  readonly code: string;
}

/** The rows to write, in temporary tables. */
export interface PlannedRows {
  add(identity: Identity, side: ErpSide): void;
  flush(): Promise<void>;
}

export async function createPlannedRows(staging: Staging, sql: Sql): Promise<PlannedRows> {
  for (const statement of TABLES) await sql.run(statement);
  const customers = staging.rowsInto('planned_customer', CUSTOMER_COLUMNS);
  const contacts = staging.rowsInto('planned_contact', CONTACT_COLUMNS);
  const addresses = staging.rowsInto('planned_address', ADDRESS_COLUMNS);
  return {
    add({ key, id, code }, { cells, changed, ...side }) {
      if (changed.customer && cells) {
        const email = cells[EMAIL];
        customers.add([key, id, code, ...cells, typeof email === 'string' && email ? emailKey(email) : null]);
      }
      for (const name of changed.contacts) {
        const contact = side.contacts.get(name);
        if (contact) contacts.add([key, name, contact.position, ...contact.cells]);
      }
      for (const name of changed.addresses) {
        const address = side.addresses.get(name);
        if (address) addresses.add([key, address.kind, address.position, ...address.cells]);
      }
    },
    async flush() {
      await customers.flush();
      await contacts.flush();
      await addresses.flush();
    },
  };
}

/** The primary key comes first, then what an update changes; a customer's id stays. */
function write(into: string, from: string, keys: number, columns: readonly string[]): string {
  const kept = columns.slice(keys).filter((column) => column !== 'id');
  return `INSERT INTO ${into} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${from} WHERE true
  ON CONFLICT (${columns.slice(0, keys).join(', ')}) DO UPDATE SET ${kept.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

const WRITES = [
  write('customer', 'planned_customer', 1, CUSTOMER_COLUMNS),
  write('customer_contact', 'planned_contact', 2, CONTACT_COLUMNS),
  write('customer_address', 'planned_address', 3, ADDRESS_COLUMNS),
];

/** In the write transaction. */
export async function writePlannedRows(sql: Sql): Promise<void> {
  for (const statement of WRITES) await sql.run(statement);
}
