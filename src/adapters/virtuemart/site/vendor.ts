import { fail } from '../../../domain/error.ts';
import type { VirtuemartSql } from '../tables.ts';

export interface Vendor {
  readonly id: number;
  readonly currency: number | null;
  /** Where they are, if they say so. */
  readonly country: number | undefined;
}

/** The shop's owner; where several sell in it, the first one. Rejects with `cms_incomplete`. */
export async function readVendor(sql: VirtuemartSql): Promise<Vendor> {
  const vendor = await sql
    .selectFrom('virtuemart_vendors')
    .select(['virtuemart_vendor_id as id', 'vendor_currency as currency'])
    .orderBy('virtuemart_vendor_id')
    .executeTakeFirst();
  if (!vendor) throw fail('cms_incomplete', { value: 'virtuemart_vendors' });
  const address = await sql
    .selectFrom('virtuemart_vmusers as user')
    .innerJoin('virtuemart_userinfos as info', 'info.virtuemart_user_id', 'user.virtuemart_user_id')
    .select('info.virtuemart_country_id as country')
    .where('user.user_is_vendor', '=', 1)
    .where('user.virtuemart_vendor_id', '=', vendor.id)
    .where('info.address_type', '=', 'BT')
    .where('info.virtuemart_country_id', '>', 0)
    .orderBy('info.virtuemart_userinfo_id')
    .executeTakeFirst();
  return { ...vendor, country: address?.country };
}
