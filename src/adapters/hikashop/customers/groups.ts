import type { HikashopSql } from '../tables.ts';

export interface Assignment {
  /** HikaShop's id. */
  readonly account: number;
  /** The ERP's price category. */
  readonly category: string | undefined;
}

/**
 * Puts Joomla's users into the group of their price category and out of the other groups of that kind. `groups`, by name
 * in small letters, are those that were configured for it: no other membership is ever touched, since groups are rights.
 */
export async function assignGroups(
  sql: HikashopSql,
  groups: ReadonlyMap<string, number>,
  assignments: readonly Assignment[],
): Promise<void> {
  const wanted = assignments.flatMap(({ account, category }): [number, number][] => {
    const group = groups.get(category?.trim().toLowerCase() ?? '');
    return group === undefined ? [] : [[account, group]];
  });
  if (wanted.length === 0) return;
  const byAccount = new Map(wanted);
  const users = await sql
    .selectFrom('hikashop_user')
    .select(['user_id as account', 'user_cms_id as user'])
    .where('user_id', 'in', [...byAccount.keys()])
    .where('user_cms_id', '>', 0)
    .execute();
  for (const { account, user } of users) {
    const group = byAccount.get(account);
    if (group !== undefined) await moveUser(sql, user, { group, groups: [...groups.values()] });
  }
}

async function moveUser(
  sql: HikashopSql,
  user: number,
  { group, groups }: { readonly group: number; readonly groups: readonly number[] },
): Promise<void> {
  await sql
    .insertInto('user_usergroup_map')
    .values({ user_id: user, group_id: group })
    .onDuplicateKeyUpdate({ group_id: group })
    .execute();
  const others = groups.filter((other) => other !== group);
  if (others.length > 0)
    await sql
      .deleteFrom('user_usergroup_map')
      .where('user_id', '=', user)
      .where('group_id', 'in', others)
      .execute();
}
