import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../domain/changes.ts';
import type { Customer, CustomerChange, PostalAddress, ShopCustomer } from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import { problem, quotable } from '../../domain/problem.ts';
import type { BulkResult, SaveResult } from '../../shop/shop.ts';
import { type BulkTally, createBulkTally } from '../../shop/tally.ts';
import { changedNames } from './changes.ts';
import { changedCustomer, foldedEmail, newCustomer } from './customer-rules.ts';
import type { MemoryState, StoredCustomer, WritableState } from './state.ts';

export function saveCustomers(state: WritableState, changes: readonly CustomerChange[]): BulkResult {
  const tally = createBulkTally();
  const before = new Map(state.customers);
  for (const change of changes) tally.count(saveCustomer(state, change, tally));
  for (const code of new Set(changes.map((change) => change.code))) {
    const after = customerByCode(state, code);
    if (after) noteCustomer(state, before.get(after.id), after);
  }
  return tally.result();
}

/** One message is one change, however often it names a customer. */
function noteCustomer(
  state: WritableState,
  before: StoredCustomer | undefined,
  { id: key, ...after }: StoredCustomer,
): void {
  const code = after.code === undefined ? {} : { code: after.code };
  const about = { entity: 'customer', key, ...code } as const;
  if (!before) state.note({ ...about, operation: 'created', fields: [] });
  else {
    const fields = changedNames(saidByErp(before), saidByErp(after));
    if (fields.length > 0) state.note({ ...about, operation: 'updated', fields });
  }
}

const saidByErp = ({ id: _, shop: __, changedAt: ___, ...erp }: Partial<StoredCustomer>) => ({
  contacts: new Map(),
  deliveryAddresses: [],
  ...erp,
  ...erp.fields,
  fields: undefined,
  customFields: erp.customFields ?? {},
});

function saveCustomer(state: MemoryState, change: CustomerChange, tally: BulkTally): Outcome {
  const known = customerByCode(state, change.code);
  const stored = known ?? adopted(state, change, tally) ?? { id: `erp-${state.nextId()}` };
  const next = {
    ...stored,
    ...changedCustomer({ ...newCustomer(change.code), ...stored, code: change.code }, change),
  };
  if (known && isDeepStrictEqual(known, next)) return 'unchanged';
  const outcome = state.customers.has(stored.id) ? 'updated' : 'created';
  state.customers.set(stored.id, next);
  return outcome;
}

export const customerByCode = (state: MemoryState, code: string): StoredCustomer | undefined =>
  [...state.customers.values()].find((customer) => customer.code === code);

/** The shop's own customer without a code who alone has this e-mail receives the new code. */
function adopted(state: MemoryState, change: CustomerChange, tally: BulkTally): StoredCustomer | undefined {
  const email = foldedEmail(change.fields.email ?? '');
  const [found, ...others] = [...state.customers.values()].filter(
    ({ code, shop }) => code === undefined && email !== '' && foldedEmail(shop?.email ?? '') === email,
  );
  if (!found || others.length > 0) return undefined;
  tally.warnings.add(
    problem('customer_adopted', { entity: 'customer', record: change.code, value: quotable(found.id) }),
  );
  return found;
}

export function saveShopCustomer(state: WritableState, shop: ShopCustomer): SaveResult {
  const stored = state.customers.get(shop.id);
  if (stored && isDeepStrictEqual(stored.shop, shop)) return { outcome: 'unchanged', warnings: [] };
  state.customers.set(shop.id, { ...stored, id: shop.id, shop, changedAt: state.now() });
  const outcome = stored ? 'updated' : 'created';
  const fields = stored ? changedNames(stored.shop ?? {}, shop).filter((name) => name !== 'id') : [];
  state.note({
    entity: 'customer',
    key: shop.id,
    operation: outcome,
    fields: fields.map((name) => (name === 'lastName' ? 'name' : name)),
    ...(stored?.code === undefined ? {} : { code: stored.code }),
  });
  return { outcome, warnings: [] };
}

export function listCustomers(state: MemoryState, since?: LocalDateTime): readonly ShopCustomer[] {
  return [...state.customers.values()]
    .filter(({ changedAt }) => since === undefined || (changedAt !== undefined && changedAt >= since))
    .map(asShopCustomer);
}

/** An account that only the ERP spoke of is handed back in the shop's vocabulary. */
export function asShopCustomer({ id, shop, fields, billingAddress }: StoredCustomer): ShopCustomer {
  if (shop) return shop;
  const name = { lastName: fields?.name ?? '', firstName: fields?.firstName ?? '' };
  const billing = billingAddress?.fields;
  const address: PostalAddress = {
    ...name,
    country: billing?.country ?? '',
    address1: billing?.street ?? '',
    postcode: billing?.postcode ?? '',
    city: billing?.city ?? '',
  };
  return { id, ...name, email: fields?.email ?? '', address };
}

/** What the ERP said holds; where it said nothing, what the shop's side knows. */
export function readCustomer({ id, shop, ...erp }: StoredCustomer): Customer {
  const own = shop ? { name: shop.lastName, firstName: shop.firstName, email: shop.email } : {};
  return {
    id,
    ...(erp.code === undefined ? {} : { code: erp.code }),
    fields: { ...own, ...erp.fields },
    customFields: erp.customFields ?? {},
    contacts: [...(erp.contacts?.values() ?? [])],
    deliveryAddresses: erp.deliveryAddresses ?? [],
    ...(erp.billingAddress ? { billingAddress: erp.billingAddress } : {}),
  };
}

/** Of the shop's own accounts, else of the ERP's customers and their contacts. */
export function customersWithEmail(state: MemoryState, email: string): readonly StoredCustomer[] {
  const wanted = foldedEmail(email);
  if (wanted === '') return [];
  const all = [...state.customers.values()];
  const has = (emails: readonly (string | undefined)[]): boolean =>
    emails.some((known) => known !== undefined && foldedEmail(known) === wanted);
  const accounts = all.filter(({ shop }) => has([shop?.email]));
  return accounts.length > 0 ? accounts : all.filter((customer) => has(erpEmails(customer)));
}

const erpEmails = ({ fields, contacts }: StoredCustomer): readonly (string | undefined)[] => [
  fields?.email,
  ...[...(contacts?.values() ?? [])].map((contact) => contact.fields.email),
];

/** Whether a customer or a contact has this address, in any case. */
export const isKnownEmail = (state: MemoryState, email: string): boolean =>
  customersWithEmail(state, email).length > 0;
