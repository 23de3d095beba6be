import { said, searchText } from '../../app/search.ts';

/** What is off sale, and how: not shown, or shown but not to be ordered. */
export const OFF_SALE = ['hidden', 'notAvailable'] as const;
/** The first is how a list begins. */
export const SORTS = ['id', 'name', 'reference', '-updatedAt'] as const;

export interface CatalogueFilter {
  readonly search?: string;
  /** A category's id. */
  readonly category?: string;
  readonly off?: (typeof OFF_SALE)[number];
  readonly sort?: (typeof SORTS)[number];
}

export const readCatalogueFilter = (search: Readonly<Record<string, unknown>>): CatalogueFilter =>
  said<CatalogueFilter>({
    search: searchText(search.search),
    category: searchText(search.category),
    off: OFF_SALE.find((off) => off === search.off),
    sort: SORTS.find((sort) => sort === search.sort),
  });

/** As the API asks. */
export const catalogueQuery = ({ search, category, off, sort }: CatalogueFilter) => ({
  ...(search !== undefined && { search }),
  ...(category !== undefined && { category }),
  ...(off === 'hidden' && { active: false }),
  ...(off === 'notAvailable' && { available: false }),
  ...(sort && { sort }),
});
