import type { CustomerChange } from '../../../domain/customer.ts';
import type { BulkResult } from '../../../shop/shop.ts';
import { emailKey } from '../../../store/customers/emails.ts';
import { type CustomerHooks, saveCustomers as save } from '../../side/customers/save.ts';
import { referencesOfCustomers } from '../../side/price-rules/read.ts';
import type { HikashopContext } from '../context.ts';
import { projectRules } from '../price-rules/project.ts';
import { type HikashopSql, sideOf } from '../tables.ts';
import { assignGroups } from './groups.ts';

export const saveCustomers = (
  context: HikashopContext,
  changes: AsyncIterable<readonly CustomerChange[]>,
): Promise<BulkResult> => save(context, changes, (sql) => hooksOn(sql, context));

const hooksOn = (sql: HikashopSql, context: HikashopContext): CustomerHooks => ({
  accountsByEmail: (emails) => accountsByEmail(sql, emails),
  async onChanged(customers) {
    const assignments = customers.map(({ accountId, record }) => ({
      account: accountId ?? 0,
      category: record.fields.priceCategory,
    }));
    await assignGroups(sql, context.site.customerGroups, assignments);
    // Their own prices have an effect from now on.
    const codes = customers.map(({ code }) => code);
    await projectRules(sql, context, await referencesOfCustomers(sideOf(sql), codes));
  },
});

/** HikaShop lets no two accounts have one e-mail. */
async function accountsByEmail(
  sql: HikashopSql,
  emails: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (emails.length === 0) return new Map();
  const rows = await sql
    .selectFrom('hikashop_user')
    .select(['user_id as id', 'user_email as email'])
    .where('user_email', 'in', emails)
    .execute();
  return new Map(rows.map(({ id, email }) => [emailKey(email) ?? '', id]));
}

/** Whether an account of the shop has this address, which is in small letters. */
export const isAccountEmail = async (sql: HikashopSql, email: string): Promise<boolean> =>
  (await accountsByEmail(sql, [email])).has(email);
