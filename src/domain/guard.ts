import { compare, type Decimal, ZERO } from './decimal.ts';

/** What an ERP's run may do to a whole catalogue by mistake: take it from sale, change its prices, empty its stock. */
export const GUARDED_KINDS = ['deactivated', 'repriced', 'emptied'] as const;
export type GuardedKind = (typeof GUARDED_KINDS)[number];

/** How much of the catalogue one run may do this to, in percent of its products; a kind that is missing is not watched. */
export interface GuardLimits {
  readonly percent: Readonly<Partial<Record<GuardedKind, number>>>;
  /** So many are never too many: a small catalogue's share is soon reached. */
  readonly atLeast: number;
}

/** How many products one run may do this to; undefined: any number. */
export function guardLimit(
  { percent, atLeast }: GuardLimits,
  kind: GuardedKind,
  catalogue: number,
): number | undefined {
  const share = percent[kind];
  return share === undefined ? undefined : Math.max(atLeast, Math.floor((catalogue * share) / 100));
}

/** Of a stored product, before and after a write; `undefined`: no value. */
interface GuardedValues {
  readonly active: boolean | undefined;
  readonly netPrice: Decimal | undefined;
  readonly stock: Decimal | undefined;
}

/** A product without an activation is active. A first price is no other price; a stock that was never known is not emptied. */
export function guardedKindsOf(before: GuardedValues, after: GuardedValues): readonly GuardedKind[] {
  const happened: Readonly<Record<GuardedKind, boolean>> = {
    deactivated: before.active !== false && after.active === false,
    repriced: before.netPrice !== undefined && before.netPrice !== after.netPrice,
    emptied: isSome(before.stock) && after.stock !== undefined && !isSome(after.stock),
  };
  return GUARDED_KINDS.filter((kind) => happened[kind]);
}

const isSome = (stock: Decimal | undefined): boolean => stock !== undefined && compare(stock, ZERO) > 0;
