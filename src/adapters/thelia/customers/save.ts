import type { CustomerChange } from '../../../domain/customer.ts';
import type { BulkResult } from '../../../shop/shop.ts';
import { saveCustomers as save } from '../../side/customers/save.ts';
import type { TheliaContext } from '../context.ts';
import { accountsByEmail } from './accounts.ts';

/** What the ERP says stands beside Thelia's accounts: a customer's own data there is theirs. */
export const saveCustomers = (
  context: TheliaContext,
  changes: AsyncIterable<readonly CustomerChange[]>,
): Promise<BulkResult> =>
  save(context, changes, (sql) => ({
    accountsByEmail: (emails) => accountsByEmail(sql, emails),
    onChanged: async () => {},
  }));
