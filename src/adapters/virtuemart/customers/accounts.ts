import type { VirtuemartSql } from '../tables.ts';
import { ADDRESS_COLUMNS } from './addresses.ts';

/**
 * Shoppers who have an account of Joomla's, each with the first address that bills go to. The shop's own people are none.
 */
export const selectAccounts = (sql: VirtuemartSql) =>
  sql
    .selectFrom('virtuemart_vmusers as account')
    .innerJoin('users as joomla', 'joomla.id', 'account.virtuemart_user_id')
    .leftJoin('virtuemart_userinfos as info', (join) =>
      join
        .onRef('info.virtuemart_user_id', '=', 'account.virtuemart_user_id')
        .on('info.address_type', '=', 'BT')
        .on((is) =>
          is.not(
            is.exists(
              is
                .selectFrom('virtuemart_userinfos as earlier')
                .select('earlier.virtuemart_userinfo_id')
                .whereRef('earlier.virtuemart_user_id', '=', 'info.virtuemart_user_id')
                .where('earlier.address_type', '=', 'BT')
                .whereRef('earlier.virtuemart_userinfo_id', '<', 'info.virtuemart_userinfo_id'),
            ),
          ),
        ),
    )
    .leftJoin(
      'virtuemart_countries as country',
      'country.virtuemart_country_id',
      'info.virtuemart_country_id',
    )
    .select(['account.virtuemart_user_id as id', 'joomla.email as email', 'joomla.name as name'])
    .select(ADDRESS_COLUMNS)
    .where('account.user_is_vendor', '=', 0);
