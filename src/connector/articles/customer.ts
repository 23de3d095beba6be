import type { CustomerChange } from '../../domain/customer.ts';
import type { ErpProfile } from '../profiles/profile.ts';

/**
 * The `<client>` elements of one customer. Where the ERP sends one per contact, contacts that no e-mail tells apart
 * stay together: their key is their position, which would be the first in each.
 */
export function clientsOf(
  customer: CustomerChange,
  { clientPerContact }: ErpProfile,
): readonly CustomerChange[] {
  const { contacts = [] } = customer;
  const areApart = contacts.length > 1 && contacts.every(({ fields }) => Boolean(fields.email));
  if (!clientPerContact || !areApart) return [customer];
  return contacts.map((contact) => ({ ...customer, contacts: [contact] }));
}
