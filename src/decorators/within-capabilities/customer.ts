import type { CustomerChange, NestedChange } from '../../domain/customer.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Capabilities } from '../../shop/capabilities.ts';
import { createRemarks } from './remarks.ts';

export interface FittedCustomer {
  readonly change: CustomerChange;
  readonly warnings: readonly Problem[];
}

/** As much of a customer as a shop of these capabilities can keep, with a warning for all that is left out. */
export function fitCustomer(change: CustomerChange, { customFields }: Capabilities): FittedCustomer {
  if (customFields) return { change, warnings: [] };
  const remarks = createRemarks({ entity: 'customer', record: change.code });
  const without = <Fields>(nested: NestedChange<Fields>, field: string): NestedChange<Fields> => {
    if (nested.customFields) remarks.add('field_not_kept', { field });
    return { fields: nested.fields };
  };
  const { code, contacts, deliveryAddresses, billingAddress } = change;
  return {
    change: {
      code,
      ...without(change, 'customFields'),
      ...(contacts && { contacts: contacts.map((one) => without(one, 'contacts.customFields')) }),
      ...(deliveryAddresses && {
        deliveryAddresses: deliveryAddresses.map((one) => without(one, 'deliveryAddresses.customFields')),
      }),
      ...(billingAddress && { billingAddress: without(billingAddress, 'billingAddress.customFields') }),
    },
    warnings: remarks.warnings,
  };
}
