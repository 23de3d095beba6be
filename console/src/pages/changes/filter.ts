import { said, searchText } from '../../app/search.ts';

export const ENTITIES = [
  ...(['product', 'variant', 'customer', 'order', 'price_rule', 'sales_document'] as const),
] as const;
type Entity = (typeof ENTITIES)[number];

export interface ChangesFilter {
  readonly entity?: Entity;
  /** Of one record. */
  readonly key?: string;
}

export const readChangesFilter = (search: Readonly<Record<string, unknown>>): ChangesFilter =>
  said<ChangesFilter>({
    entity: ENTITIES.find((entity) => entity === search.entity),
    key: searchText(search.key),
  });

/** As the API asks. */
export const changesQuery = ({ entity, key }: ChangesFilter) => ({
  ...(entity && { entities: [entity] }),
  ...(key !== undefined && { key }),
});
