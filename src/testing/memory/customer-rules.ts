import type {
  AddressFields,
  ContactFields,
  CustomerChange,
  CustomerFields,
  Nested,
  NestedChange,
} from '../../domain/customer.ts';
import { applied, appliedNames } from './changes.ts';

/** What the ERP said of a customer. */
export interface ErpCustomer extends Nested<CustomerFields> {
  readonly code: string;
  /** By key: see contactKey. */
  readonly contacts: ReadonlyMap<string, Nested<ContactFields>>;
  readonly deliveryAddresses: readonly Nested<AddressFields>[];
  readonly billingAddress?: Nested<AddressFields>;
}

export const newCustomer = (code: string): ErpCustomer => ({
  code,
  fields: {},
  customFields: {},
  contacts: new Map(),
  deliveryAddresses: [],
});

export function changedCustomer(stored: ErpCustomer, change: CustomerChange): ErpCustomer {
  const billing = change.billingAddress;
  return {
    ...stored,
    ...changedNested(stored, change),
    contacts: changedContacts(stored, change),
    deliveryAddresses: changedAddresses(stored, change),
    ...(billing ? { billingAddress: changedNested(stored.billingAddress, billing) } : {}),
  };
}

/** A contact's key is its e-mail in any case, else its position in the message (docs/protocol.md, Customers). */
const contactKey = (contact: NestedChange<ContactFields>, position: number): string =>
  foldedEmail(contact.fields.email ?? '') || `#${position}`;

/** E-mail addresses are the same in any case and with white space around them; empty: there is none. */
export const foldedEmail = (email: string): string => email.trim().toLowerCase();

function changedNested<Fields extends object>(
  stored: Nested<Fields> | undefined,
  change: NestedChange<Fields>,
): Nested<Fields> {
  return {
    fields: applied<Fields>(stored?.fields ?? {}, change.fields),
    customFields: appliedNames(stored?.customFields ?? {}, change.customFields),
  };
}

function changedContacts(stored: ErpCustomer, change: CustomerChange): ErpCustomer['contacts'] {
  const result = new Map(stored.contacts);
  for (const [position, contact] of (change.contacts ?? []).entries()) {
    const key = contactKey(contact, position);
    result.set(key, changedNested(result.get(key), contact));
  }
  return result;
}

function changedAddresses(stored: ErpCustomer, change: CustomerChange): ErpCustomer['deliveryAddresses'] {
  const named = change.deliveryAddresses ?? [];
  const kept = stored.deliveryAddresses;
  return [
    ...named.map((address, position) => changedNested(kept[position], address)),
    ...kept.slice(named.length),
  ];
}
