import type { Customer, ShopCustomer } from '../../../domain/customer.ts';
import type { SideSql } from '../tables.ts';
import { customerOf, handedBack, readOfAccounts, readWithoutAccount } from './read.ts';

/** Accounts of the CMS with what the ERP said of them, then whom only the ERP knows. */
export async function* readCustomers(
  sql: SideSql,
  accounts: AsyncIterable<readonly ShopCustomer[]>,
): AsyncGenerator<readonly Customer[]> {
  for await (const batch of accounts) {
    const ids = batch.map(({ id }) => Number(id));
    const stored = await readOfAccounts(sql, ids);
    yield batch.map(({ id, lastName, firstName, email }) =>
      customerOf(stored.get(Number(id)), { id, fields: { name: lastName, firstName, email } }),
    );
  }
  for await (const batch of readWithoutAccount(sql)) yield batch.map((one) => customerOf(one));
}

/** The accounts of the shop and, where no date is asked for, whom only the ERP knows. */
export async function* shopCustomers(
  sql: SideSql,
  accounts: AsyncIterable<readonly ShopCustomer[]>,
  { changedOnly }: { readonly changedOnly: boolean },
): AsyncGenerator<readonly ShopCustomer[]> {
  yield* accounts;
  if (changedOnly) return;
  for await (const batch of readWithoutAccount(sql)) yield batch.map(handedBack);
}
