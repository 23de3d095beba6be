/** The candidate that a mistyped name most likely means; undefined when none is near. */
export const closest = (name: string, candidates: readonly string[]): string | undefined =>
  nearest(name, candidates)[0];

/** The candidates that it may mean, the likeliest first. */
export function nearest(name: string, candidates: readonly string[]): readonly string[] {
  const folded = name.toLowerCase();
  const most = Math.max(1, Math.floor(name.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(folded, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

const LONGEST = 64;

/** Insertions, deletions, replacements and swaps of neighbours between the first 64 characters of two texts. */
export function editDistance(a: string, b: string): number {
  const source = a.slice(0, LONGEST);
  const target = b.slice(0, LONGEST);
  let rows: Rows = { last: Array.from({ length: target.length + 1 }, (_, index) => index), beforeLast: [] };
  for (let index = 0; index < source.length; index++) {
    rows = {
      last: nextRow(rows, source.slice(Math.max(0, index - 1), index + 1), target),
      beforeLast: rows.last,
    };
  }
  return rows.last.at(-1) ?? 0;
}

interface Rows {
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

/** `letters`: the letter of this row, and the one before it, if any. */
function nextRow({ last, beforeLast }: Rows, letters: string, target: string): number[] {
  const letter = letters.at(-1);
  const row = [(last[0] ?? 0) + 1];
  for (let column = 1; column <= target.length; column++) {
    const replaced = (last[column - 1] ?? 0) + (target[column - 1] === letter ? 0 : 1);
    const swaps = letters.length === 2 && letters === (target[column - 1] ?? '') + (target[column - 2] ?? '');
    const swapped = swaps ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
    row.push(Math.min(replaced, swapped, (last[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
  }
  return row;
}
