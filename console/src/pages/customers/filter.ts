import { said, searchText } from '../../app/search.ts';

export interface CustomersFilter {
  readonly email?: string;
}

export const readCustomersFilter = (search: Readonly<Record<string, unknown>>): CustomersFilter =>
  said<CustomersFilter>({ email: searchText(search.email) });
