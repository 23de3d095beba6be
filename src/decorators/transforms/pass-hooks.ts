import { performance } from 'node:perf_hooks';
import type { Problem } from '../../domain/problem.ts';
import type { TransformationTrace } from '../../domain/transformation.ts';
import type { HookContext, NamedHook, NamedHooks } from './define-transforms.ts';
import { freeze } from './freeze.ts';
import { judge } from './judge.ts';
import type { Moment, Moments } from './moments.ts';
import type { Passage } from './passage.ts';
import { type Answered, isPromise, withinTime } from './time.ts';
import { tracePassage } from './trace-passage.ts';

/** One hook's part in it. */
export interface HookStep {
  readonly hook: string;
  readonly before: unknown;
  /** The very same as `before` where the hook changed nothing. */
  readonly after: unknown;
  /** Why it went no further. */
  readonly problem?: Problem;
}

export interface Transformation {
  readonly hooks: NamedHooks;
  /** How long one call of a hook may take. An asynchronous one is not waited for longer; any other is judged afterwards. */
  readonly timeoutMs: number;
  /** Told of each hook's part. */
  onStep?(step: HookStep): void;
}

export interface Passing<Name extends Moment> extends Transformation {
  readonly moment: Name;
  readonly context: HookContext;
  /** Told what each hook changed; of those that change nothing it hears nothing. */
  readonly trace?: TransformationTrace;
}

/** Hands a record to the hooks of a moment, in their order. No promise where no hook gave one. Never throws, never rejects. */
export function passHooks<Name extends Moment>(
  value: Moments[Name],
  passing: Passing<Name>,
): Passage<Moments[Name]> | Promise<Passage<Moments[Name]>> {
  return passFrom(0, value, passing);
}

function passFrom<Name extends Moment>(
  first: number,
  value: Moments[Name],
  passing: Passing<Name>,
): Passage<Moments[Name]> | Promise<Passage<Moments[Name]>> {
  const hooks: readonly NamedHook<Moments[Name]>[] = passing.hooks[passing.moment];
  let current = value;
  for (let index = first; index < hooks.length; index += 1) {
    const hook = hooks[index];
    if (!hook) break;
    const answer = ask(hook, current, passing);
    if (isPromise(answer)) {
      const before = current;
      return answer.then((late) => {
        const passage = step(late, { hook, before, passing });
        return passage.kind === 'passed' ? passFrom(index + 1, passage.value, passing) : passage;
      });
    }
    const passage = step(answer, { hook, before: current, passing });
    if (passage.kind !== 'passed') return passage;
    current = passage.value;
  }
  return { kind: 'passed', value: current };
}

function ask<Name extends Moment>(
  hook: NamedHook<Moments[Name]>,
  value: Moments[Name],
  { context, timeoutMs }: Passing<Name>,
): Answered | Promise<Answered> {
  const startedAt = performance.now();
  try {
    const returned: unknown = hook.run(freeze(value), context);
    if (isPromise(returned)) return withinTime(returned, timeoutMs);
    return { returned, isSlow: performance.now() - startedAt > timeoutMs };
  } catch (error) {
    return { error };
  }
}

interface Asked<Name extends Moment> {
  readonly hook: NamedHook<Moments[Name]>;
  readonly before: Moments[Name];
  readonly passing: Passing<Name>;
}

function step<Name extends Moment>(
  answer: Answered,
  { hook, before, passing }: Asked<Name>,
): Passage<Moments[Name]> {
  const { moment, timeoutMs, onStep, trace } = passing;
  const passage = judge(answer, { hook: hook.name, before, moment, timeoutMs });
  onStep?.({
    hook: hook.name,
    before,
    after: passage.value,
    ...(passage.kind !== 'passed' && { problem: passage.problem }),
  });
  if (trace) tracePassage(trace, passage, { hook: hook.name, moment, before });
  return passage;
}
