import { said, searchText } from '../../app/search.ts';

export interface CustomersFilter {
  /** A part of what the customer is called by. */
  readonly search?: string;
  /** The whole address, of contacts too. */
  readonly email?: string;
}

export const readCustomersFilter = (search: Readonly<Record<string, unknown>>): CustomersFilter =>
  said<CustomersFilter>({ search: searchText(search.search), email: searchText(search.email) });
