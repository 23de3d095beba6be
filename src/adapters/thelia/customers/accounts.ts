import type { ShopCustomer } from '../../../domain/customer.ts';
import { emailKey } from '../../../store/customers/emails.ts';
import type { TheliaSql } from '../tables.ts';
import { type AddressRow, postalAddress } from './addresses.ts';

/** A customer as Thelia knows them. */
export interface Account extends AddressRow {
  readonly id: number;
  readonly email: string;
  readonly telfixe: string;
  readonly telport: string;
  /** The VAT number. */
  readonly intracom: string;
}

export const selectAccounts = (sql: TheliaSql) =>
  sql
    .selectFrom('client')
    .leftJoin('pays', 'pays.id', 'client.pays')
    .select([
      ...([
        'client.id as id',
        'email',
        'telfixe',
        'telport',
        'intracom',
        'entreprise',
        'nom',
        'prenom',
      ] as const),
      ...(['adresse1', 'adresse2', 'adresse3', 'cpostal', 'ville', 'pays.isoalpha2 as country'] as const),
    ]);

/** These accounts, by id. */
export async function readAccounts(
  sql: TheliaSql,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Account>> {
  const wanted = [...new Set(ids)].filter((id) => id !== 0);
  if (wanted.length === 0) return new Map();
  const rows = await selectAccounts(sql).where('client.id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const shopCustomer = (account: Account): ShopCustomer => ({
  id: String(account.id),
  lastName: account.nom,
  firstName: account.prenom,
  email: account.email,
  address: postalAddress(account, { phone: account.telfixe, mobile: account.telport }),
});

/** The accounts with these e-mails, by e-mail in small letters; of one that several have, none. */
export async function accountsByEmail(
  sql: TheliaSql,
  emails: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (emails.length === 0) return new Map();
  const rows = await sql
    .selectFrom('client')
    .select(['id', 'email'])
    .where((is) => is(is.fn<string>('trim', ['email']), 'in', emails))
    .execute();
  const groups = Map.groupBy(rows, ({ email }) => emailKey(email) ?? '');
  const single = [...groups].flatMap(([key, accounts]): [string, number][] => {
    const [account, other] = accounts;
    return account && !other ? [[key, account.id]] : [];
  });
  return new Map(single);
}

/** Whether an account of the shop has this address, which is in small letters. */
export async function isAccountEmail(sql: TheliaSql, email: string): Promise<boolean> {
  const row = await sql
    .selectFrom('client')
    .select('id')
    .where((is) => is(is.fn<string>('trim', ['email']), '=', email))
    .executeTakeFirst();
  return row !== undefined;
}
