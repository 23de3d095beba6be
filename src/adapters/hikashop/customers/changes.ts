import { sql as raw } from 'kysely';
import type { HikashopSql } from '../tables.ts';

/** The address of an account that is shown first: their default one, else the oldest. */
const FIRST_ADDRESS = raw`(SELECT own.address_id FROM ${raw.table('hikashop_address')} AS own
  WHERE own.address_user_id = account.user_id AND own.address_published = 1
  ORDER BY own.address_default DESC, own.address_id LIMIT 1)`;

const FIELDS = [
  ...['firstname', 'middle_name', 'lastname', 'company', 'street', 'street2', 'post_code', 'city'],
  ...['telephone', 'telephone2', 'country'],
].map((name) => raw`COALESCE(address.${raw.ref(`address_${name}`)}, '')`);

/**
 * Notes which accounts have changed since they were last looked at: HikaShop and Joomla keep no time of that. One that
 * is seen for the first time has last changed when it was made. `now`: Unix seconds.
 */
export async function noteChanges(sql: HikashopSql, now: number): Promise<void> {
  await raw`INSERT INTO ${raw.table('passerelle_account')} (account_id, fingerprint, changed_at)
    SELECT account.user_id,
      MD5(CONCAT_WS(CHAR(0), account.user_email, COALESCE(joomla.name, ''), ${raw.join(FIELDS)})),
      account.user_created
    FROM ${raw.table('hikashop_user')} AS account
    LEFT JOIN ${raw.table('users')} AS joomla ON joomla.id = account.user_cms_id
    LEFT JOIN ${raw.table('hikashop_address')} AS address ON address.address_id = ${FIRST_ADDRESS}
    ON DUPLICATE KEY UPDATE
      changed_at = IF(fingerprint = VALUES(fingerprint), changed_at, ${now}),
      fingerprint = VALUES(fingerprint)`.execute(sql);
}

/** The first address of each of these accounts, by account. */
export async function firstAddresses(
  sql: HikashopSql,
  accounts: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (accounts.length === 0) return new Map();
  const rows = await sql
    .selectFrom('hikashop_address')
    .select(['address_id as id', 'address_user_id as account'])
    .where('address_user_id', 'in', accounts)
    .where('address_published', '=', 1)
    .orderBy('address_default')
    .orderBy('address_id', 'desc')
    .execute();
  return new Map(rows.map(({ account, id }) => [account, id]));
}
