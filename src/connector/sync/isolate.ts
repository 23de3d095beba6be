import type { Problem } from '../../domain/problem.ts';

/** Of requests that a shop refuses; beyond it, what stands in a refused request is given up as a whole. */
const REFUSALS = 200;

export interface Isolation<Unit> {
  /** One request; gives why the shop refused it. */
  send(units: readonly Unit[]): Promise<Problem | undefined>;
  giveUp(unit: Unit, refusal: Problem): void;
}

/**
 * Sends units in ever smaller requests until each bad one stands alone. The number of refused requests is bounded, over
 * all calls of what this gives.
 */
export function createIsolation<Unit>({ send, giveUp }: Isolation<Unit>) {
  let left = REFUSALS;
  return async function isolate(units: readonly Unit[]): Promise<void> {
    const refusal = await send(units);
    if (!refusal) return;
    left -= 1;
    if (units.length === 1 || left <= 0) {
      for (const unit of units) giveUp(unit, refusal);
      return;
    }
    const middle = Math.ceil(units.length / 2);
    await isolate(units.slice(0, middle));
    await isolate(units.slice(middle));
  };
}
