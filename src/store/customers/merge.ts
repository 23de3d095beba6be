import type { AddressFields, ContactFields, CustomerChange, NestedChange } from '../../domain/customer.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { sameCells } from '../table.ts';
import { ADDRESS, CONTACT, CUSTOMER, changedCells, type RecordCells } from './columns.ts';
import { emailKey } from './emails.ts';
import type { AddressKind } from './tables.ts';

/** A contact or an address at its place. */
interface Placed {
  readonly position: number;
  readonly cells: RecordCells;
}
interface PlacedAddress extends Placed {
  readonly kind: AddressKind;
}

/** What the ERP said of one customer, while the nodes of a message are merged into it. */
export interface ErpSide {
  cells: RecordCells | undefined;
  /** By contactKey. */
  readonly contacts: Map<string, Placed>;
  /** By addressKey. */
  readonly addresses: Map<string, PlacedAddress>;
  /** What has to be written, with its cells before the message; undefined: it is new. */
  readonly changed: {
    customer: { readonly before: RecordCells | undefined } | undefined;
    readonly contacts: Map<string, RecordCells | undefined>;
    readonly addresses: Map<string, RecordCells | undefined>;
  };
}

export const createErpSide = (): ErpSide => ({
  cells: undefined,
  contacts: new Map(),
  addresses: new Map(),
  changed: { customer: undefined, contacts: new Map(), addresses: new Map() },
});

/** A contact's key is its e-mail in any case, else its position in the message (docs/protocol.md, Customers). */
const contactKey = (contact: NestedChange<ContactFields>, position: number): string =>
  emailKey(contact.fields.email) ?? `#${position}`;

export const addressKey = (kind: AddressKind, position: number): string => `${kind} ${position}`;

/** Of one customer; a bound on memory, far beyond any real one. */
const MOST = 10_000;

/** Why a node cannot be merged: the customer would have more contacts or addresses than can be kept in memory. */
export function excessOf(
  side: ErpSide,
  { code, contacts = [], deliveryAddresses = [] }: CustomerChange,
): Problem | undefined {
  const field =
    deliveryAddresses.length > MOST
      ? 'deliveryAddresses'
      : countContacts(side, contacts) > MOST
        ? 'contacts'
        : undefined;
  return field === undefined
    ? undefined
    : problem('entries_too_many', { entity: 'customer', record: code, field, limit: MOST });
}

/** Afterwards. */
function countContacts({ contacts }: ErpSide, named: readonly NestedChange<ContactFields>[]): number {
  if (contacts.size + named.length <= MOST) return contacts.size;
  return new Set([...contacts.keys(), ...named.map(contactKey)]).size;
}

/** Merges one node; true when it changed anything. */
export function mergeNode(side: ErpSide, change: CustomerChange): boolean {
  let changed = mergeFields(side, change);
  for (const [index, contact] of (change.contacts ?? []).entries()) {
    changed = mergeContact(side, contactKey(contact, index), contact) || changed;
  }
  for (const [position, address] of (change.deliveryAddresses ?? []).entries()) {
    changed = mergeAddress(side, { kind: 'delivery', position }, address) || changed;
  }
  if (change.billingAddress) {
    changed = mergeAddress(side, { kind: 'billing', position: 0 }, change.billingAddress) || changed;
  }
  return changed;
}

function mergeFields(side: ErpSide, change: CustomerChange): boolean {
  const cells = changedCells(CUSTOMER, side.cells, change);
  if (side.cells && sameCells(side.cells, cells)) return false;
  side.changed.customer ??= { before: side.cells };
  side.cells = cells;
  return true;
}

function mergeContact(side: ErpSide, key: string, change: NestedChange<ContactFields>): boolean {
  const before = side.contacts.get(key);
  const cells = changedCells(CONTACT, before?.cells, change);
  if (before && sameCells(before.cells, cells)) return false;
  side.contacts.set(key, { position: before?.position ?? side.contacts.size, cells });
  remember(side.changed.contacts, key, before);
  return true;
}

function mergeAddress(
  side: ErpSide,
  place: Pick<PlacedAddress, 'kind' | 'position'>,
  change: NestedChange<AddressFields>,
): boolean {
  const key = addressKey(place.kind, place.position);
  const before = side.addresses.get(key);
  const cells = changedCells(ADDRESS, before?.cells, change);
  if (before && sameCells(before.cells, cells)) return false;
  side.addresses.set(key, { ...place, cells });
  remember(side.changed.addresses, key, before);
  return true;
}

/** What an earlier node of the message left is not what was there before it. */
function remember(
  changed: Map<string, RecordCells | undefined>,
  key: string,
  before: Placed | undefined,
): void {
  if (!changed.has(key)) changed.set(key, before?.cells);
}

/** The names of what differs from before the message. */
export function changedFields({ cells = [], contacts, addresses, changed }: ErpSide): readonly string[] {
  const { before = [] } = changed.customer ?? { before: cells };
  const own = [...CUSTOMER.fields, CUSTOM_FIELDS].filter(
    (_, place) => (before[place] ?? null) !== (cells[place] ?? null),
  );
  const differs = (
    [key, was]: readonly [string, RecordCells | undefined],
    now: ReadonlyMap<string, Placed>,
  ) => !was || !sameCells(was, now.get(key)?.cells ?? []);
  const moved = [...changed.addresses].filter((address) => differs(address, addresses));
  const kinds = new Set(moved.map(([key]) => addresses.get(key)?.kind));
  return [
    ...own,
    ...([...changed.contacts].some((contact) => differs(contact, contacts)) ? ['contacts'] : []),
    ...(kinds.has('delivery') ? ['deliveryAddresses'] : []),
    ...(kinds.has('billing') ? ['billingAddress'] : []),
  ];
}

const CUSTOM_FIELDS = 'customFields';
