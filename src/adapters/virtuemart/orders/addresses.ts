import type { PostalAddress } from '../../../domain/customer.ts';
import { ADDRESS_COLUMNS, addressFromRow, NO_ADDRESS } from '../customers/addresses.ts';
import type { VirtuemartSql } from '../tables.ts';

/** Where an order's bill and its goods go, and the customer's e-mail. */
export interface OrderAddresses {
  readonly billing: PostalAddress;
  readonly delivery: PostalAddress;
  readonly email: string;
}

export const NO_ADDRESSES: OrderAddresses = { billing: NO_ADDRESS, delivery: NO_ADDRESS, email: '' };

/** By order. Where no other address is noted, the goods go where the bill goes. */
export async function readOrderAddresses(
  sql: VirtuemartSql,
  orders: readonly number[],
): Promise<ReadonlyMap<number, OrderAddresses>> {
  const rows = await sql
    .selectFrom('virtuemart_order_userinfos as info')
    .leftJoin(
      'virtuemart_countries as country',
      'country.virtuemart_country_id',
      'info.virtuemart_country_id',
    )
    .select(['info.virtuemart_order_id as order', 'info.address_type as type', 'info.email'])
    .select(ADDRESS_COLUMNS)
    .where('info.virtuemart_order_id', 'in', orders)
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ order }) => order)].map(([order, own]) => {
      const billing = own.find(({ type }) => type === 'BT');
      const delivery = own.find(({ type }) => type === 'ST') ?? billing;
      return [
        order,
        {
          billing: billing ? addressFromRow(billing) : NO_ADDRESS,
          delivery: delivery ? addressFromRow(delivery) : NO_ADDRESS,
          email: billing?.email?.trim() ?? '',
        },
      ];
    }),
  );
}
