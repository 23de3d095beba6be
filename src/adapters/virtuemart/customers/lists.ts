import { sql as raw } from 'kysely';
import type { ShopCustomer } from '../../../domain/customer.ts';
import { readPages } from '../../../store/pages.ts';
import { personName } from '../../side/person-name.ts';
import type { VirtuemartSql } from '../tables.ts';
import { selectAccounts } from './accounts.ts';
import { type AddressRow, addressFromRow } from './addresses.ts';

const BATCH = 500;

/** The accounts of the shop: all, or those that have changed since then, in Unix seconds. */
export const accountPages = (
  sql: VirtuemartSql,
  since: number | undefined,
): AsyncGenerator<readonly ShopCustomer[]> =>
  readPages<ShopCustomer, number>({
    from: 0,
    async read(after) {
      let accounts = selectAccounts(sql).where('account.virtuemart_user_id', '>', after);
      if (since !== undefined)
        accounts = accounts
          .innerJoin('passerelle_account as side', 'side.account_id', 'account.virtuemart_user_id')
          .where('side.changed_at', '>=', since);
      const rows = await accounts.orderBy('account.virtuemart_user_id').limit(raw.lit(BATCH)).execute();
      return { items: rows.map(customerFromRow), last: rows.at(-1)?.id };
    },
  });

interface AccountRow extends AddressRow {
  readonly id: number;
  readonly email: string;
  /** As Joomla has it, in one piece. */
  readonly name: string;
}

function customerFromRow({ id, email, name, ...row }: AccountRow): ShopCustomer {
  const address = addressFromRow(row);
  return { id: String(id), ...personName(name, address), email, address };
}
