import { ApiError } from 'passerelle/client';
import type { Ways } from '../../api/api.tsx';
import { said, searchText } from '../../app/search.ts';

/** A customer of the ERP is found by its code, one of the shop alone by its id. */
export interface CustomerPlace {
  readonly code?: string;
}

export const readCustomerPlace = (search: Readonly<Record<string, unknown>>): CustomerPlace =>
  said<CustomerPlace>({ code: searchText(search.code) });

export type Customer = Awaited<ReturnType<typeof readCustomer>>;

const NOT_FOUND = 404;

export async function readCustomer({ api }: Ways, id: string, code: string | undefined, signal: AbortSignal) {
  if (code !== undefined)
    return { ...(await api.get('/customers/{code}', { params: { code }, signal })), shopAddress: undefined };
  const { email, address } = await api.get('/shop-customers/{id}', { params: { id }, signal });
  const { items } = await api.get('/customers', { query: { email }, signal });
  const found = items.find((customer) => customer.id === id);
  if (!found) throw new ApiError(NOT_FOUND, {});
  return { ...found, shopAddress: address };
}
