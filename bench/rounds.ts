import { median } from './statistics.ts';

/** Measures one figure once. */
export type Measure = () => Promise<number>;

/**
 * Takes turns, A B C A B C …, so that a machine that grows slower meanwhile does so for all of them; gives the median
 * of each. The first round warms up and does not count.
 */
export async function takeTurns<Name extends string>(
  contestants: Readonly<Record<Name, Measure>>,
  { rounds, onRound }: { readonly rounds: number; onRound(round: number): void },
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contestants) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    onRound(round);
    for (const name of names) {
      const figure = await contestants[name]();
      if (round > 0) measured.get(name)?.push(figure);
    }
  }
  const entries = names.map((name) => [name, median(measured.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<Name, number>;
}
