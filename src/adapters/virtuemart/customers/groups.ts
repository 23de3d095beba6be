import type { VirtuemartSql } from '../tables.ts';

export interface Assignment {
  /** Joomla's id. */
  readonly account: number;
  /** The ERP's price category. */
  readonly category: string | undefined;
}

/**
 * Puts shoppers into the group of their price category and out of the other groups of that kind. `groups`, by name in
 * small letters, are those that were configured for it: no other membership is ever touched.
 */
export async function assignGroups(
  sql: VirtuemartSql,
  groups: ReadonlyMap<string, number>,
  assignments: readonly Assignment[],
): Promise<void> {
  for (const { account, category } of assignments) {
    const group = groups.get(category?.trim().toLowerCase() ?? '');
    if (group !== undefined) await moveShopper(sql, account, { group, groups: [...groups.values()] });
  }
}

async function moveShopper(
  sql: VirtuemartSql,
  shopper: number,
  { group, groups }: { readonly group: number; readonly groups: readonly number[] },
): Promise<void> {
  await sql
    .insertInto('virtuemart_vmuser_shoppergroups')
    .values({ virtuemart_user_id: shopper, virtuemart_shoppergroup_id: group })
    .onDuplicateKeyUpdate({ virtuemart_shoppergroup_id: group })
    .execute();
  const others = groups.filter((other) => other !== group);
  if (others.length > 0)
    await sql
      .deleteFrom('virtuemart_vmuser_shoppergroups')
      .where('virtuemart_user_id', '=', shopper)
      .where('virtuemart_shoppergroup_id', 'in', others)
      .execute();
}
