import type { Changes } from '../../../domain/changes.ts';
import type { ProductFields } from '../../../domain/product.ts';
import { applied, changedExtras } from '../../side/extras.ts';
import type { RecordChange } from '../../side/family.ts';
import type { TheliaExtras } from './extras.ts';

/** What stands in the side tables once a change is applied; `fields` are those that have no column. */
export function changedTheliaExtras(
  before: TheliaExtras,
  { translations, customFields, categoryPrices = [], priceLevels = {} }: RecordChange,
  fields: Changes<ProductFields>,
): TheliaExtras {
  const prices = categoryPrices.map(({ category, netPrice }) => [category, netPrice] as const);
  return {
    ...before,
    ...changedExtras(before, {
      fields,
      categoryPrices: Object.fromEntries(prices),
      ...(translations && { translations }),
      ...(customFields && { customFields }),
    }),
    priceLevels: applied<TheliaExtras['priceLevels']>(before.priceLevels, priceLevels),
  };
}
