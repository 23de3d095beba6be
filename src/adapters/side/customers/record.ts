import type {
  AddressFields,
  ContactFields,
  CustomerChange,
  CustomerFields,
  Nested,
  NestedChange,
} from '../../../domain/customer.ts';
import { type Problem, problem, quotable } from '../../../domain/problem.ts';
import { emailKey } from '../../../store/customers/emails.ts';
import { applied } from '../extras.ts';

/** What the ERP said of a customer: `passerelle_customer.record`, as JSON. */
export interface ErpRecord extends Nested<CustomerFields> {
  /** By key: see contactKey. */
  readonly contacts: readonly (readonly [key: string, contact: Nested<ContactFields>])[];
  readonly deliveryAddresses: readonly Nested<AddressFields>[];
  readonly billingAddress?: Nested<AddressFields>;
}

export const NEW_RECORD: ErpRecord = { fields: {}, customFields: {}, contacts: [], deliveryAddresses: [] };

export const parseRecord = (text: string): ErpRecord => ({ ...NEW_RECORD, ...JSON.parse(text) });

/** What is stored once one node of a message is merged into it. */
export function mergedRecord(stored: ErpRecord, change: CustomerChange): ErpRecord {
  const { billingAddress: billing } = change;
  return {
    ...stored,
    ...mergedNested(stored, change),
    contacts: mergedContacts(stored, change),
    deliveryAddresses: mergedAddresses(stored, change),
    ...(billing && { billingAddress: mergedNested(stored.billingAddress, billing) }),
  };
}

const mergedNested = <Fields extends object>(
  stored: Nested<Fields> = { fields: {}, customFields: {} },
  { fields, customFields = {} }: NestedChange<Fields>,
): Nested<Fields> => ({
  fields: applied<Partial<Fields>>(stored.fields, fields),
  customFields: applied(stored.customFields, customFields),
});

/** A contact's key is its e-mail in any case, else its position in the message (docs/protocol.md, Customers). */
const contactKey = ({ fields }: NestedChange<ContactFields>, position: number): string =>
  emailKey(fields.email) ?? `#${position}`;

function mergedContacts({ contacts }: ErpRecord, change: CustomerChange): ErpRecord['contacts'] {
  const merged = new Map(contacts);
  for (const [position, contact] of (change.contacts ?? []).entries()) {
    const key = contactKey(contact, position);
    merged.set(key, mergedNested(merged.get(key), contact));
  }
  return [...merged];
}

function mergedAddresses(stored: ErpRecord, change: CustomerChange): ErpRecord['deliveryAddresses'] {
  const named = change.deliveryAddresses ?? [];
  return [
    ...named.map((address, position) => mergedNested(stored.deliveryAddresses[position], address)),
    ...stored.deliveryAddresses.slice(named.length),
  ];
}

/** As long as the side tables keep a code and an address. */
const LONGEST_KEY = 150;

/** The addresses of a customer and of their contacts, in small letters. */
export function emailsOf({ fields, contacts }: ErpRecord): readonly string[] {
  const all = [fields.email, ...contacts.map(([, contact]) => contact.fields.email)];
  const keys = all.flatMap((email) => emailKey(email) ?? []);
  return [...new Set(keys)].filter((key) => key.length <= LONGEST_KEY);
}

/** Of one customer; a bound on memory, far beyond any real one. */
const MOST_ENTRIES = 10_000;

/** Why a node is refused. */
export function excessOf(code: string, { contacts, deliveryAddresses }: ErpRecord): Problem | undefined {
  const facts = { entity: 'customer', record: quotable(code) } as const;
  if (code.length > LONGEST_KEY)
    return problem('value_too_long', { ...facts, field: 'code', limit: LONGEST_KEY });
  const lists = { deliveryAddresses, contacts };
  const field = Object.entries(lists).find(([, list]) => list.length > MOST_ENTRIES)?.[0];
  return field === undefined
    ? undefined
    : problem('entries_too_many', { ...facts, field, limit: MOST_ENTRIES });
}
