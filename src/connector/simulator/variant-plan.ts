import type { Axis } from '../../domain/product.ts';
import type { Dice } from './dice.ts';
import type { Family, GammeAxis } from './families.ts';

export interface PlannedVariant {
  /** The SKU: begins with digits, and has what real ones have: blanks, slashes, accents, `&`, commas. */
  readonly reference: string;
  readonly axes: readonly [Axis, ...Axis[]];
  /** Cents above the parent's price; undefined: no price of its own. */
  readonly surcharge: number | undefined;
  readonly stock: number;
  /** Grams. */
  readonly weight: number;
  /** From 1. */
  readonly barcodeSuffix: number;
}

interface Parent {
  readonly number: number;
  readonly family: Family;
  readonly weight: number;
  readonly dice: Dice;
}

const MOST_VALUES = 4;

/** Every combination of some of the values of one or two of the family's axes. */
export function plannedVariants(parent: Parent): readonly PlannedVariant[] {
  const { family, dice } = parent;
  const axes = dice.chance(60, 'second axis') ? family.axes.slice(0, 2) : family.axes.slice(0, 1);
  const [first, second] = axes.map((axis) => someValues(axis, dice));
  const combinations = (first ?? []).flatMap((value): readonly [Axis, ...Axis[]][] =>
    second ? second.map((other) => [value, other]) : [[value]],
  );
  return combinations.map((combination, at) => planVariant(parent, combination, at));
}

function someValues(axis: GammeAxis, dice: Dice): readonly Axis[] {
  const count = Math.min(axis.values.length, dice.between(2, MOST_VALUES, `count ${axis.name}`));
  const from = dice.below(axis.values.length - count + 1, `from ${axis.name}`);
  return axis.values.slice(from, from + count).map((value) => ({ name: axis.name, value }));
}

function planVariant(parent: Parent, axes: readonly [Axis, ...Axis[]], at: number): PlannedVariant {
  const { dice, weight } = parent;
  const place = `variant ${at}`;
  return {
    reference: skuFor(parent, axes, at),
    axes,
    surcharge: dice.chance(40, `${place} priced`) ? dice.below(800, `${place} surcharge`) : undefined,
    stock: dice.below(60, `${place} stock`),
    weight: weight + dice.below(50, `${place} weight`),
    barcodeSuffix: at + 1,
  };
}

function skuFor({ number, dice }: Parent, axes: readonly Axis[], at: number): string {
  const digits = String(number).padStart(5, '0');
  const values = axes.map(({ value }) => value);
  const letters = String.fromCharCode(65 + (at % 26), 71 + Math.floor(at / 26));
  const spellings = [
    `${digits}${letters}SVW`,
    `${digits} ${values.join('/')}`,
    `${digits}-${values.join('-').toUpperCase()}`,
    `${digits} R&D ${values.join(' & ')}`,
  ] as const;
  return dice.pick(spellings, 'sku');
}
