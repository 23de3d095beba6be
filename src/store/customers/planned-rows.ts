import type { Sql, Staging } from '../database.ts';
import { orUpdate } from '../sql-text.ts';
import type { Table } from '../table.ts';
import { CUSTOMER } from './columns.ts';
import { emailKey } from './emails.ts';
import type { ErpSide } from './merge.ts';
import { ADDRESS_TABLE, CONTACT_TABLE, ERP_RECORD } from './tables.ts';

const EMAIL = CUSTOMER.fields.indexOf('email');

/** A temporary table with rows of `into`, which are written there by their key. */
interface Planned {
  readonly name: string;
  readonly names: readonly string[];
  /** Drops and makes it. */
  readonly renew: readonly string[];
  readonly write: string;
}

interface Target {
  readonly into: string;
  readonly key: readonly string[];
  /** What a row that is there already keeps. */
  readonly stays?: readonly string[];
}

function planned(
  name: string,
  { names, temporaryTable }: Pick<Table<object>, 'names' | 'temporaryTable'>,
  { into, key, stays = [] }: Target,
): Planned {
  const list = names.join(', ');
  const changed = names.filter((column) => !key.includes(column) && !stays.includes(column));
  return {
    name,
    names,
    renew: [`DROP TABLE IF EXISTS ${name}`, temporaryTable(name)],
    write: `INSERT INTO ${into} (${list}) SELECT ${list} FROM ${name} WHERE true ${orUpdate(key, changed)}`,
  };
}

const CUSTOMERS = planned('planned_customer', ERP_RECORD, {
  into: 'customer',
  key: ['customer_key'],
  stays: ['id'],
});
const CONTACTS = planned('planned_contact', CONTACT_TABLE, {
  into: CONTACT_TABLE.name,
  key: ['customer_key', 'contact_key'],
});
const ADDRESSES = planned('planned_address', ADDRESS_TABLE, {
  into: ADDRESS_TABLE.name,
  key: ['customer_key', 'kind', 'position'],
});
const ALL = [CUSTOMERS, CONTACTS, ADDRESSES];

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
  for (const statement of ALL.flatMap(({ renew }) => renew)) await sql.run(statement);
  const writerOf = ({ name, names }: Planned) => staging.rowsInto(name, names);
  const [customers, contacts, addresses] = [writerOf(CUSTOMERS), writerOf(CONTACTS), writerOf(ADDRESSES)];
  return {
    add({ key, id, code }, { cells, changed, ...side }) {
      if (changed.customer && cells) {
        const email = cells[EMAIL];
        customers.add([key, id, code, ...cells, typeof email === 'string' ? emailKey(email) : null]);
      }
      for (const name of changed.contacts.keys()) {
        const contact = side.contacts.get(name);
        if (contact) contacts.add([key, name, contact.position, ...contact.cells]);
      }
      for (const name of changed.addresses.keys()) {
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

/** In the write transaction. */
export async function writePlannedRows(sql: Sql): Promise<void> {
  for (const { write } of ALL) await sql.run(write);
}
