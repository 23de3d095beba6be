import { sql as raw } from 'kysely';
import type { VirtuemartSql } from '../tables.ts';

const FIELDS = [
  ...['first_name', 'middle_name', 'last_name', 'company', 'address_1', 'address_2', 'zip', 'city'],
  ...['phone_1', 'phone_2', 'virtuemart_country_id'],
].map((name) => raw`COALESCE(info.${raw.ref(name)}, '')`);

/**
 * Notes which accounts have changed since they were last looked at: Joomla keeps no time of that. One that is seen for
 * the first time has last changed when it was made. `now`: Unix seconds.
 */
export async function noteChanges(sql: VirtuemartSql, now: number): Promise<void> {
  await raw`INSERT INTO ${raw.table('passerelle_account')} (account_id, fingerprint, changed_at)
    SELECT account.virtuemart_user_id,
      MD5(CONCAT_WS(CHAR(0), joomla.email, joomla.name, ${raw.join(FIELDS)})),
      COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', account.created_on), 0)
    FROM ${raw.table('virtuemart_vmusers')} AS account
    JOIN ${raw.table('users')} AS joomla ON joomla.id = account.virtuemart_user_id
    LEFT JOIN ${raw.table('virtuemart_userinfos')} AS info ON info.virtuemart_userinfo_id =
      (SELECT MIN(own.virtuemart_userinfo_id) FROM ${raw.table('virtuemart_userinfos')} AS own
        WHERE own.virtuemart_user_id = account.virtuemart_user_id AND own.address_type = 'BT')
    WHERE account.user_is_vendor = 0
    ON DUPLICATE KEY UPDATE
      changed_at = IF(fingerprint = VALUES(fingerprint), changed_at, ${now}),
      fingerprint = VALUES(fingerprint)`.execute(sql);
}
