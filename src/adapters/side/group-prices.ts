import type { Decimal } from '../../domain/decimal.ts';
import { type Problem, problem, quotable } from '../../domain/problem.ts';
import type { PriceLevel, Product, ProductChange } from '../../domain/product.ts';
import type { Extras } from './extras.ts';

/** Whom a CMS has prices for: everybody, and groups by name; a price level is one of them. */
export interface PriceGroups<Group> {
  readonly everybody: Group;
  readonly levels: ReadonlyMap<PriceLevel, Group>;
  /** Undefined for everybody. */
  nameOf(group: Group): Promise<string | undefined>;
  idOf(name: string): Promise<Group | undefined>;
}

/** The prices of levels and categories, among a product's own; `waiting`: of categories without a group yet. */
export async function readGroupPrices<Group>(
  { everybody, levels, nameOf }: PriceGroups<Group>,
  own: ReadonlyMap<Group, { readonly value: Decimal }>,
  waiting: Extras['categoryPrices'],
): Promise<Pick<Product, 'priceLevels' | 'categoryPrices'>> {
  const ofLevels = new Set(levels.values());
  const prices = Object.entries(waiting).map(([category, netPrice]) => ({ category, netPrice }));
  const known: typeof prices = [];
  for (const [group, { value }] of own) {
    const category = group === everybody || ofLevels.has(group) ? undefined : await nameOf(group);
    if (category !== undefined) known.push({ category, netPrice: value });
  }
  const leveled = [...levels].flatMap(([level, group]): [PriceLevel, Decimal][] => {
    const price = own.get(group);
    return price ? [[level, price.value]] : [];
  });
  return { priceLevels: Object.fromEntries(leveled), categoryPrices: [...known, ...prices] };
}

/** What a change says of prices: those that the CMS can hold, and those that wait for a group. */
export interface PriceChanges<Group> {
  /** `null`: none any more. */
  readonly wanted: ReadonlyMap<Group, Decimal | null>;
  /** By category; `null` for one that waits no more. */
  readonly waiting: Readonly<Record<string, Decimal | null>>;
}

/** Warns of categories for which there is no group. */
export async function priceChanges<Group>(
  { everybody, levels, idOf }: PriceGroups<Group>,
  change: Pick<ProductChange, 'reference' | 'fields' | 'priceLevels' | 'categoryPrices'>,
  warnings: Problem[],
): Promise<PriceChanges<Group>> {
  const wanted = new Map<Group, Decimal | null>();
  const waiting: [string, Decimal | null][] = [];
  if (change.fields.netPrice !== undefined) wanted.set(everybody, change.fields.netPrice);
  for (const [level, price] of Object.entries<Decimal | null>(change.priceLevels ?? {})) {
    const group = levels.get(Number(level) as PriceLevel);
    if (group !== undefined) wanted.set(group, price);
  }
  for (const { category, netPrice } of change.categoryPrices ?? []) {
    const group = await idOf(category);
    waiting.push([category, group === undefined ? netPrice : null]);
    if (group !== undefined) wanted.set(group, netPrice);
    else
      warnings.push(
        problem('parked_unknown_group', {
          ...{ entity: 'product', record: change.reference, value: quotable(category) },
        }),
      );
  }
  return { wanted, waiting: Object.fromEntries(waiting) };
}
