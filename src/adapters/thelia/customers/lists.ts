import { sql as raw } from 'kysely';
import type { ShopCustomer } from '../../../domain/customer.ts';
import type { LocalDateTime } from '../../../domain/dates.ts';
import { readPages } from '../../../store/pages.ts';
import type { TheliaSql } from '../tables.ts';
import { selectAccounts, shopCustomer } from './accounts.ts';
import { wallSeconds } from './changes.ts';

const BATCH = 500;

/** The accounts of the shop: all, or those that have changed since then. */
export const accountPages = (
  sql: TheliaSql,
  since: LocalDateTime | undefined,
): AsyncGenerator<readonly ShopCustomer[]> =>
  readPages<ShopCustomer, number>({
    from: 0,
    async read(after) {
      let accounts = selectAccounts(sql).where('client.id', '>', after);
      if (since !== undefined)
        accounts = accounts
          .innerJoin('passerelle_account as side', 'side.account_id', 'client.id')
          .where('side.changed_at', '>=', wallSeconds(since));
      const rows = await accounts.orderBy('client.id').limit(raw.lit(BATCH)).execute();
      return { items: rows.map(shopCustomer), last: rows.at(-1)?.id };
    },
  });
