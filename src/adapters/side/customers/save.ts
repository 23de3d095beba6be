import type { Kysely } from 'kysely';
import type { CustomerChange } from '../../../domain/customer.ts';
import type { BulkResult } from '../../../shop/shop.ts';
import { type BulkTally, createBulkTally } from '../../../shop/tally.ts';
import { canonicalJson } from '../../../store/canonical-json.ts';
import { emailKey } from '../../../store/customers/emails.ts';
import type { CmsTables } from '../../cms-context.ts';
import { holdLock } from '../locks.ts';
import type { SideSql } from '../tables.ts';
import { type MergedCustomer, mergeNodes, type StoredCustomers } from './merge.ts';
import { emailsOf, parseRecord } from './record.ts';
import { readStaged, withStagedCustomers } from './stage.ts';

/** What a CMS adds to the keeping of the ERP's customers. */
export interface CustomerHooks {
  /** The CMS's accounts with these e-mails, by e-mail in small letters; of one that several have, none. */
  accountsByEmail(emails: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Told of the customers that changed and have an account. */
  onChanged(customers: readonly MergedCustomer[]): Promise<void>;
}

/** The ERP's customers are kept as it said them, in one transaction once the message is whole. */
export const saveCustomers = <Tables>(
  { database, sideOf }: CmsTables<Tables>,
  changes: AsyncIterable<readonly CustomerChange[]>,
  hooksOn: (sql: Kysely<Tables>) => CustomerHooks,
): Promise<BulkResult> =>
  database.stage((staging) =>
    withStagedCustomers(staging.sql, changes, () =>
      staging.write((sql) => mergeStaged(sideOf(sql), hooksOn(sql))),
    ),
  );

/** The staged message takes effect, page by page, in the transaction of `sql`. */
async function mergeStaged(sql: SideSql, hooks: CustomerHooks): Promise<BulkResult> {
  const tally = createBulkTally();
  await holdLock(sql, 'customers');
  for (let after = 0; ; ) {
    const nodes = await readStaged(sql, after);
    const last = nodes.at(-1);
    if (!last) return tally.result();
    await mergePage(sql, hooks, { nodes: nodes.map(({ change }) => change), tally });
    after = last.seq;
  }
}

async function mergePage(
  sql: SideSql,
  hooks: CustomerHooks,
  { nodes, tally }: { readonly nodes: readonly CustomerChange[]; readonly tally: BulkTally },
): Promise<void> {
  const stored = await readStored(sql, hooks, nodes);
  const changed = mergeNodes(nodes, stored, tally);
  if (changed.length === 0) return;
  for (const { code, record, accountId } of changed) {
    const values = {
      account_id: accountId,
      email_key: emailKey(record.fields.email),
      record: canonicalJson(record),
    };
    await sql
      .insertInto('passerelle_customer')
      .values({ code, ...values })
      .onDuplicateKeyUpdate(values)
      .execute();
  }
  await writeEmails(sql, changed);
  await hooks.onChanged(changed.filter(({ accountId }) => accountId !== null));
}

async function readStored(
  sql: SideSql,
  { accountsByEmail }: CustomerHooks,
  nodes: readonly CustomerChange[],
): Promise<StoredCustomers> {
  const rows = await sql
    .selectFrom('passerelle_customer')
    .selectAll()
    .where('code', 'in', [...new Set(nodes.map(({ code }) => code))])
    .execute();
  const customers = rows.map(({ code, account_id, record }): [string, MergedCustomer] => [
    code,
    { code, record: parseRecord(record), accountId: account_id, changed: false },
  ]);
  const emails = nodes.flatMap(({ fields }) => emailKey(fields.email) ?? []);
  const stored = customers.flatMap(([, { record, accountId }]) =>
    accountId === null ? (emailKey(record.fields.email) ?? []) : [],
  );
  const accounts = await accountsByEmail([...new Set([...emails, ...stored])]);
  return { customers: new Map(customers), free: await freeAccounts(sql, accounts) };
}

async function freeAccounts(
  sql: SideSql,
  accounts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  if (accounts.size === 0) return new Map();
  const rows = await sql
    .selectFrom('passerelle_customer')
    .select('account_id as id')
    .where('account_id', 'in', [...accounts.values()])
    .execute();
  const taken = new Set(rows.map(({ id }) => id));
  return new Map([...accounts].filter(([, id]) => !taken.has(id)));
}

async function writeEmails(sql: SideSql, changed: readonly MergedCustomer[]): Promise<void> {
  const rows = await sql
    .selectFrom('passerelle_customer')
    .select(['customer_key as key', 'code'])
    .where(
      'code',
      'in',
      changed.map(({ code }) => code),
    )
    .execute();
  const keys = new Map(rows.map(({ key, code }) => [code, key]));
  await sql
    .deleteFrom('passerelle_email')
    .where('customer_key', 'in', [...keys.values()])
    .execute();
  const emails = changed.flatMap(({ code, record }) =>
    emailsOf(record).map((email_key) => ({ email_key, customer_key: keys.get(code) ?? 0 })),
  );
  if (emails.length > 0) await sql.insertInto('passerelle_email').values(emails).execute();
}
