/** What an address says of a filter: a text, or nothing. */
export const searchText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** What every page's address has: the shop, where there are several. */
export interface PlacedSearch {
  readonly shop?: string;
}

export const readPlace = (search: Readonly<Record<string, unknown>>): PlacedSearch =>
  said<PlacedSearch>({ shop: searchText(search.shop) });

/** Whether a list shows less than all that the shop has. */
export const hasFilter = (filter: object): boolean => Object.keys(filter).some((name) => name !== 'shop');

type Loose<Whole> = { readonly [Name in keyof Whole]?: Whole[Name] | undefined };

/** Without what is not said, so that the address stays short. */
export const said = <Filter extends object>(filter: Loose<Filter>): Filter =>
  // What is left has the values that the filter can have.
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as Filter;
