import type { CustomerChange } from '../../../domain/customer.ts';
import type { BulkResult } from '../../../shop/shop.ts';
import { emailKey } from '../../../store/customers/emails.ts';
import { type CustomerHooks, saveCustomers as save } from '../../side/customers/save.ts';
import type { VirtuemartContext } from '../context.ts';
import type { VirtuemartSql } from '../tables.ts';
import { assignGroups } from './groups.ts';

export const saveCustomers = (
  context: VirtuemartContext,
  changes: AsyncIterable<readonly CustomerChange[]>,
): Promise<BulkResult> => save(context, changes, (sql) => hooksOn(sql, context));

const hooksOn = (sql: VirtuemartSql, { site }: VirtuemartContext): CustomerHooks => ({
  accountsByEmail: (emails) => accountsByEmail(sql, emails),
  onChanged: (customers) =>
    assignGroups(
      sql,
      site.customerGroups,
      customers.map(({ accountId, record }) => ({
        account: accountId ?? 0,
        category: record.fields.priceCategory,
      })),
    ),
});

/** Joomla lets no two accounts have one e-mail; where its table has some all the same, they are nobody's. */
async function accountsByEmail(
  sql: VirtuemartSql,
  emails: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (emails.length === 0) return new Map();
  const rows = await sql
    .selectFrom('virtuemart_vmusers as account')
    .innerJoin('users as joomla', 'joomla.id', 'account.virtuemart_user_id')
    .select(['account.virtuemart_user_id as id', 'joomla.email as email'])
    .where('account.user_is_vendor', '=', 0)
    .where('joomla.email', 'in', emails)
    .execute();
  const owners = Map.groupBy(rows, ({ email }) => emailKey(email) ?? '');
  return new Map(
    [...owners].flatMap(([email, [only, second]]): [string, number][] =>
      only && !second ? [[email, only.id]] : [],
    ),
  );
}

/** Whether an account of the shop has this address, which is in small letters. */
export async function isAccountEmail(sql: VirtuemartSql, email: string): Promise<boolean> {
  const found = await sql
    .selectFrom('virtuemart_vmusers as account')
    .innerJoin('users as joomla', 'joomla.id', 'account.virtuemart_user_id')
    .select('joomla.id')
    .where('joomla.email', '=', email)
    .executeTakeFirst();
  return found !== undefined;
}
