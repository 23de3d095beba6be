import { sql as raw } from 'kysely';
import type { Customer, ShopCustomer } from '../../../domain/customer.ts';
import { postalAddress } from '../../../store/customers/postal-address.ts';
import { type Page, readPages } from '../../../store/pages.ts';
import type { SideSql } from '../tables.ts';
import { type ErpRecord, parseRecord } from './record.ts';

const BATCH = 500;

/** A customer of the ERP as stored. */
export interface StoredErpCustomer {
  readonly key: number;
  readonly code: string;
  readonly record: ErpRecord;
}

/** Customers without an account of the CMS, in the order in which they came. */
export const readWithoutAccount = (sql: SideSql): AsyncGenerator<readonly StoredErpCustomer[]> =>
  readPages<StoredErpCustomer, number>({ from: 0, read: (after) => readPage(sql, after) });

async function readPage(sql: SideSql, after: number): Promise<Page<StoredErpCustomer, number>> {
  const rows = await sql
    .selectFrom('passerelle_customer')
    .select(['customer_key as key', 'code', 'record'])
    .where('account_id', 'is', null)
    .where('customer_key', '>', after)
    .orderBy('customer_key')
    .limit(raw.lit(BATCH))
    .execute();
  return { items: rows.map((row) => ({ ...row, record: parseRecord(row.record) })), last: rows.at(-1)?.key };
}

/** What the ERP said of these accounts, by account. */
export async function readOfAccounts(
  sql: SideSql,
  accounts: readonly number[],
): Promise<ReadonlyMap<number, StoredErpCustomer>> {
  if (accounts.length === 0) return new Map();
  const rows = await sql
    .selectFrom('passerelle_customer')
    .select(['customer_key as key', 'code', 'record', 'account_id as account'])
    .where('account_id', 'in', accounts)
    .execute();
  return new Map(
    rows.map(({ account, record, ...row }) => [account ?? 0, { ...row, record: parseRecord(record) }]),
  );
}

const idOf = ({ key }: StoredErpCustomer): string => `erp-${key}`;

/** What the ERP said holds; where it said nothing, what the CMS knows. */
export function customerOf(
  stored: StoredErpCustomer | undefined,
  account?: { readonly id: string; readonly fields: Customer['fields'] },
): Customer {
  const record = stored?.record;
  return {
    id: account?.id ?? (stored ? idOf(stored) : ''),
    ...(stored && { code: stored.code }),
    fields: { ...account?.fields, ...record?.fields },
    customFields: record?.customFields ?? {},
    contacts: (record?.contacts ?? []).map(([, contact]) => contact),
    deliveryAddresses: record?.deliveryAddresses ?? [],
    ...(record?.billingAddress && { billingAddress: record.billingAddress }),
  };
}

/** A customer of whom only the ERP spoke, in the shop's vocabulary. */
export function handedBack(stored: StoredErpCustomer): ShopCustomer {
  const { fields, billingAddress } = stored.record;
  return {
    id: idOf(stored),
    lastName: fields.name ?? '',
    firstName: fields.firstName ?? '',
    email: fields.email ?? '',
    address: postalAddress(fields, billingAddress?.fields),
  };
}

/** Whether a customer of the ERP or one of their contacts has this address, which is in small letters. */
export async function isErpEmail(sql: SideSql, email: string): Promise<boolean> {
  const row = await sql
    .selectFrom('passerelle_email')
    .select('customer_key')
    .where('email_key', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}
