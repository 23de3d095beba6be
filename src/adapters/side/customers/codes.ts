import { emailKey } from '../../../store/customers/emails.ts';
import type { SideSql } from '../tables.ts';

interface Account {
  readonly id: number;
  readonly email: string;
}

/** The ERP's codes of these accounts, by account: the one it was given, else that of the one customer with its e-mail. */
export async function readCodes(
  sql: SideSql,
  accounts: readonly Account[],
): Promise<ReadonlyMap<number, string>> {
  if (accounts.length === 0) return new Map();
  const emails = accounts.flatMap(({ email }) => emailKey(email) ?? []);
  const rows = await sql
    .selectFrom('passerelle_customer')
    .select(['code', 'account_id as account', 'email_key as email'])
    .where((is) =>
      is.or([
        is(
          'account_id',
          'in',
          accounts.map(({ id }) => id),
        ),
        is.and([is('account_id', 'is', null), is('email_key', 'in', emails.length > 0 ? emails : [''])]),
      ]),
    )
    .execute();
  const given = new Map(rows.map(({ account, code }) => [account, code]));
  const free = Map.groupBy(
    rows.filter(({ account }) => account === null),
    ({ email }) => email,
  );
  return new Map(
    accounts.flatMap(({ id, email }): [number, string][] => {
      const named = free.get(emailKey(email)) ?? [];
      const code = given.get(id) ?? (named.length === 1 ? named[0]?.code : undefined);
      return code === undefined ? [] : [[id, code]];
    }),
  );
}
