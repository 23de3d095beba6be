/** What an address says of a filter: a text, or nothing. */
export const searchText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

type Loose<Whole> = { readonly [Name in keyof Whole]?: Whole[Name] | undefined };

/** Without what is not said, so that the address stays short. */
export const said = <Filter extends object>(filter: Loose<Filter>): Filter =>
  // What is left has the values that the filter can have.
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as Filter;
