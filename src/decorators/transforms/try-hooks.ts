import type { HookContext } from './define-transforms.ts';
import type { Moment, Moments } from './moments.ts';
import { type HookStep, passHooks, type Transformation } from './pass-hooks.ts';
import type { Passage } from './passage.ts';

/** What became of a record, and what each hook did to it on the way. */
export interface Trial<Name extends Moment> {
  readonly steps: readonly HookStep[];
  readonly passage: Passage<Moments[Name]>;
}

/** Hands one record to the hooks of a moment, with no shop behind them: nothing is saved. The record is frozen. */
export async function tryHooks<Name extends Moment>(
  value: Moments[Name],
  moment: Name,
  { transformation, context }: { readonly transformation: Transformation; readonly context: HookContext },
): Promise<Trial<Name>> {
  const steps: HookStep[] = [];
  const onStep = (step: HookStep): void => void steps.push(step);
  const passage = await passHooks(value, { ...transformation, onStep, moment, context });
  return { steps, passage };
}
