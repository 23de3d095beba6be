import { said, searchText } from '../../app/search.ts';

export interface CatalogueFilter {
  readonly search?: string;
  /** A category's id. */
  readonly category?: string;
}

export const readCatalogueFilter = (search: Readonly<Record<string, unknown>>): CatalogueFilter =>
  said<CatalogueFilter>({ search: searchText(search.search), category: searchText(search.category) });
