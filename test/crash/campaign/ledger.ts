import { createSent, isBetween, type Sent } from '../sent.ts';

/** What the clients sent and were told, by the thing that it was written to. A thing has one writer, or happens once. */
export type Ledger = Map<string, Sent>;

/** All the places of one thing, with the number that each holds; 0 where it holds none. */
export interface Observation {
  readonly thing: string;
  readonly numbers: readonly number[];
}

export function sentTo(ledger: Ledger, thing: string): Sent {
  const sent = ledger.get(thing) ?? createSent();
  ledger.set(thing, sent);
  return sent;
}

/** Each place must hold the same number, and one between what was acknowledged last and what was sent last. */
export function violations(ledger: Ledger, observations: readonly Observation[]): readonly string[] {
  const seen = new Set(observations.map(({ thing }) => thing));
  const missing = [...ledger.keys()].filter((thing) => !seen.has(thing));
  return [...observations, ...missing.map((thing) => ({ thing, numbers: [0] }))].flatMap(
    (observation) => violation(ledger, observation) ?? [],
  );
}

function violation(ledger: Ledger, { thing, numbers }: Observation): string | undefined {
  const sent = ledger.get(thing) ?? createSent();
  const [first = 0] = numbers;
  const told = `${thing}: ${numbers.join(' ')} (acknowledged ${sent.acknowledged}, sent ${sent.last})`;
  if (numbers.some((number) => number !== first)) return `half written, ${told}`;
  if (isBetween(first, sent)) return undefined;
  return first < sent.acknowledged ? `lost, ${told}` : `never sent, ${told}`;
}

/** Those that stand there more than once. */
export function duplicates(what: string, keys: readonly string[]): readonly string[] {
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...new Set(twice)].map((key) => `twice: ${what} ${key}`);
}
