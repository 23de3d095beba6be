import type { SaveResult } from '../../shop/shop.ts';
import type { Moment, Moments } from './moments.ts';
import { type Passing, passHooks } from './pass-hooks.ts';
import { refusalOf } from './passage.ts';
import { isPromise } from './time.ts';

/** One record through its hooks, then saved. What is dropped is a success that changed nothing, with the reason. */
export async function saveOne<Name extends Moment>(
  change: Moments[Name],
  passing: Passing<Name>,
  save: (change: Moments[Name]) => Promise<SaveResult>,
): Promise<SaveResult> {
  const begun = passHooks(change, passing);
  const passage = isPromise(begun) ? await begun : begun;
  if (passage.kind === 'passed') return save(passage.value);
  if (passage.kind === 'dropped') return { outcome: 'unchanged', warnings: [passage.problem] };
  throw refusalOf(passage);
}
