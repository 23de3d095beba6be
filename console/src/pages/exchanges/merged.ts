interface Ided {
  readonly id: string;
}

/** Both lists as one, newest first, each exchange once: ids sort by time. */
export function merged<Item extends Ided>(some: readonly Item[], others: readonly Item[]): readonly Item[] {
  const all = new Map([...others, ...some].map((item) => [item.id, item]));
  return [...all.values()].sort((one, other) => (one.id < other.id ? 1 : -1));
}
