import { ADDRESS_FIELDS, CONTACT_FIELDS, CUSTOMER_FIELDS } from '../../src/domain/customer.ts';
import type { Store } from '../../src/store/open.ts';
import { message } from '../../src/testing/contract/expect.ts';
import { sampleOf } from '../../src/testing/contract/samples.ts';

/** A customer that has everything, and one that has nothing. */
export async function addCustomers({ shop }: Pick<Store, 'shop'>): Promise<void> {
  const customFields = { Tournée: 'mardi' };
  const address = { fields: sampleOf(ADDRESS_FIELDS, 0), customFields };
  const full = {
    code: 'C1',
    fields: { ...sampleOf(CUSTOMER_FIELDS, 0), email: 'Ada@Shop.example', priceCategory: 'Pro' },
    customFields,
    contacts: [{ fields: { ...sampleOf(CONTACT_FIELDS, 0), email: 'bob@shop.example' }, customFields }],
    deliveryAddresses: [address, { fields: sampleOf(ADDRESS_FIELDS, 20) }],
    billingAddress: address,
  };
  await shop.saveCustomers(message([full, { code: 'C/2', fields: {} }]));
}
