import type { HikashopSql } from '../tables.ts';

/** A customer as HikaShop and Joomla know them. */
export interface Account {
  readonly id: number;
  readonly email: string;
  /** As Joomla has it, in one piece; empty of a guest. */
  readonly name: string;
}

/** These accounts, by id. */
export async function readAccounts(
  sql: HikashopSql,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Account>> {
  const wanted = [...new Set(ids)].filter((id) => id !== 0);
  if (wanted.length === 0) return new Map();
  const rows = await selectAccounts(sql).where('account.user_id', 'in', wanted).execute();
  return new Map(rows.map(({ name, ...row }) => [row.id, { ...row, name: name ?? '' }]));
}

export const selectAccounts = (sql: HikashopSql) =>
  sql
    .selectFrom('hikashop_user as account')
    .leftJoin('users as joomla', 'joomla.id', 'account.user_cms_id')
    .select(['account.user_id as id', 'account.user_email as email', 'joomla.name as name']);
