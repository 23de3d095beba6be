/**
 * Numbers that look random and depend on nothing but their place: record 7,000 is made without its predecessors, and
 * is the same on every machine (32-bit integer arithmetic throughout).
 */
export interface Dice {
  /** From 0 up to, but not including, `limit`. */
  below(limit: number, topic: string): number;
  /** Both ends included. */
  between(least: number, most: number, topic: string): number;
  chance(percent: number, topic: string): boolean;
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items, topic: string): Items[number];
}

/** Dice for one place: `throwDice(seed, 'article', 7)`. */
export function throwDice(...place: readonly (string | number)[]): Dice {
  const start = place.reduce<number>(stir, FIRST);
  const below = (limit: number, topic: string): number => stir(start, topic) % limit;
  return {
    below,
    between: (least, most, topic) => least + below(most - least + 1, topic),
    chance: (percent, topic) => below(100, topic) < percent,
    pick: (items, topic) => items[below(items.length, topic)] ?? items[0],
  };
}

const FIRST = 0x9e3779b9;

function stir(state: number, step: string | number): number {
  if (typeof step === 'number') return mix(state ^ mix(step));
  let hash = state;
  for (let index = 0; index < step.length; index++)
    hash = Math.imul(hash ^ step.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** The finaliser of MurmurHash3: every bit of the input turns half of the output's. */
function mix(value: number): number {
  let hash = value + 0x6d2b79f5;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
