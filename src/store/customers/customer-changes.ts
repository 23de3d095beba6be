import type { FieldChange } from '../../domain/effect.ts';
import { cellChanges } from '../effects/cell-changes.ts';
import { type Columns, columns } from '../table.ts';
import { ADDRESS, CONTACT, CUSTOM, CUSTOMER, type Custom, type RecordCells } from './columns.ts';
import type { ErpSide } from './merge.ts';

/** What a message changed of a customer: `company`, `contacts.KEY.phone`, `deliveryAddresses.0.city`, `billingAddress.city`. */
export function customerChanges({
  cells = [],
  contacts,
  addresses,
  changed,
}: ErpSide): readonly FieldChange[] {
  const own = changed.customer ? recordChanges(CUSTOMER, changed.customer.before, cells) : [];
  const ofContacts = [...changed.contacts].flatMap(([key, before]) =>
    under(`contacts.${key}`, recordChanges(CONTACT, before, contacts.get(key)?.cells ?? [])),
  );
  const ofAddresses = [...changed.addresses].flatMap(([key, before]) => {
    const now = addresses.get(key);
    const part = now?.kind === 'billing' ? 'billingAddress' : `deliveryAddresses.${now?.position}`;
    return under(part, recordChanges(ADDRESS, before, now?.cells ?? []));
  });
  return [...own, ...ofContacts, ...ofAddresses];
}

const recordChanges = <Fields>(
  record: Columns<Partial<Fields>>,
  before: RecordCells | undefined,
  after: RecordCells,
): readonly FieldChange[] => [
  ...cellChanges(record, before, after),
  ...cellChanges(CUSTOM_COLUMN, before?.slice(record.fields.length), after.slice(record.fields.length)),
];
const CUSTOM_COLUMN = columns<Custom>(CUSTOM);

const under = (part: string, changes: readonly FieldChange[]): readonly FieldChange[] =>
  changes.map((change) => ({ ...change, path: `${part}.${change.path}` }));
