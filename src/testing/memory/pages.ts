import type { Page, PageQuery, Place } from '../../shop/pages.ts';

export interface Placed<Item> {
  readonly item: Item;
  readonly place: Place;
}

/** The page behind a place, of items in any order. */
export function pageOf<Item>(
  items: readonly Placed<Item>[],
  { after, limit, isDescending }: PageQuery & { readonly isDescending: boolean },
): Page<Item> {
  const sign = isDescending ? -1 : 1;
  const inOrder = (a: Place, b: Place): number => sign * compared(a, b);
  const behind = items
    .filter(({ place }) => after === undefined || inOrder(place, after) > 0)
    .toSorted((a, b) => inOrder(a.place, b.place));
  const last = behind.length > limit ? behind[limit - 1] : undefined;
  return { items: behind.slice(0, limit).map(({ item }) => item), next: last?.place };
}

function compared(a: Place, b: Place): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  const [one, other] = [a[differing], b[differing]];
  if (one === undefined || other === undefined) return 0;
  return one < other ? -1 : 1;
}
