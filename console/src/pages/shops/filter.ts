import { said, searchText } from '../../app/search.ts';

export interface ShopsFilter {
  /** In the shop's name. */
  readonly name?: string;
}

export const readShopsFilter = (search: Readonly<Record<string, unknown>>): ShopsFilter =>
  said<ShopsFilter>({ name: searchText(search.name) });
