import { sql as raw } from 'kysely';
import type { ShopCustomer } from '../../../domain/customer.ts';
import { readPages } from '../../../store/pages.ts';
import { personName } from '../../side/person-name.ts';
import type { HikashopSql } from '../tables.ts';
import { selectAccounts } from './accounts.ts';
import { NO_ADDRESS, readAddresses } from './addresses.ts';
import { firstAddresses } from './changes.ts';

const BATCH = 500;

/** The accounts of the shop: all, or those that have changed since then, in Unix seconds. */
export const accountPages = (
  sql: HikashopSql,
  since: number | undefined,
): AsyncGenerator<readonly ShopCustomer[]> =>
  readPages<ShopCustomer, number>({
    from: 0,
    async read(after) {
      let accounts = selectAccounts(sql).where('account.user_id', '>', after);
      if (since !== undefined)
        accounts = accounts
          .innerJoin('passerelle_account as side', 'side.account_id', 'account.user_id')
          .where('side.changed_at', '>=', since);
      const rows = await accounts.orderBy('account.user_id').limit(raw.lit(BATCH)).execute();
      return { items: await shopCustomers(sql, rows), last: rows.at(-1)?.id };
    },
  });

interface AccountRow {
  readonly id: number;
  readonly email: string;
  readonly name: string | null;
}

async function shopCustomers(
  sql: HikashopSql,
  rows: readonly AccountRow[],
): Promise<readonly ShopCustomer[]> {
  const first = await firstAddresses(
    sql,
    rows.map(({ id }) => id),
  );
  const addresses = await readAddresses(sql, [...first.values()]);
  return rows.map(({ id, email, name }) => {
    const { postal } = addresses.get(first.get(id) ?? 0) ?? NO_ADDRESS;
    return { id: String(id), ...personName(name ?? '', postal), email, address: postal };
  });
}
