import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../domain/changes.ts';
import type { Customer, CustomerChange, PostalAddress, ShopCustomer } from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import { problem } from '../../domain/problem.ts';
import type { BulkResult, SaveResult } from '../../shop/shop.ts';
import { changedCustomer, foldedEmail, newCustomer } from './customer-rules.ts';
import type { MemoryState, StoredCustomer } from './state.ts';
import { createTally, type Tally } from './tally.ts';

export function saveCustomers(state: MemoryState, changes: readonly CustomerChange[]): BulkResult {
  const tally = createTally();
  for (const change of changes) tally.count(saveCustomer(state, change, tally));
  return tally.result();
}

function saveCustomer(state: MemoryState, change: CustomerChange, tally: Tally): Outcome {
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
function adopted(state: MemoryState, change: CustomerChange, tally: Tally): StoredCustomer | undefined {
  const email = foldedEmail(change.fields.email ?? '');
  const [found, ...others] = [...state.customers.values()].filter(
    ({ code, shop }) => code === undefined && email !== '' && foldedEmail(shop?.email ?? '') === email,
  );
  if (!found || others.length > 0) return undefined;
  tally.warn(problem('customer_adopted', { entity: 'client', record: change.code, value: found.id }));
  return found;
}

export function saveShopCustomer(state: MemoryState, shop: ShopCustomer): SaveResult {
  const stored = state.customers.get(shop.id);
  if (stored && isDeepStrictEqual(stored.shop, shop)) return { outcome: 'unchanged', warnings: [] };
  state.customers.set(shop.id, { ...stored, id: shop.id, shop, changedAt: state.now() });
  return { outcome: stored ? 'updated' : 'created', warnings: [] };
}

export function listCustomers(state: MemoryState, since?: LocalDateTime): readonly ShopCustomer[] {
  return [...state.customers.values()]
    .filter(({ changedAt }) => since === undefined || (changedAt !== undefined && changedAt >= since))
    .map(asShopCustomer);
}

/** An account that only the ERP spoke of is handed back in the shop's vocabulary. */
function asShopCustomer({ id, shop, fields, billingAddress }: StoredCustomer): ShopCustomer {
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

/** Whether a customer or a contact has this address, in any case. */
export function isKnownEmail(state: MemoryState, email: string): boolean {
  const wanted = foldedEmail(email);
  return [...state.customers.values()].some(({ shop, fields, contacts }) => {
    const emails = [
      shop?.email,
      fields?.email,
      ...[...(contacts?.values() ?? [])].map((c) => c.fields.email),
    ];
    return emails.some((known) => known !== undefined && foldedEmail(known) === wanted);
  });
}
