import { fail } from '../../domain/error.ts';
import type { Journal } from '../../shop/journal.ts';
import type { Selection } from '../../shop/replay.ts';
import type { ShopCommand } from '../commands/context.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';
import { filterFromOptions, type SelectOptions, sinceOption } from './select-options.ts';

/** The exchanges that are named, else those that the options select. Rejects with `selection_missing`. */
export async function selectionOf(
  journal: Pick<Journal, 'run'>,
  named: readonly string[],
  { command, options }: { readonly command: ShopCommand; readonly options: SelectOptions },
): Promise<Selection> {
  if (named.length > 0) return { named };
  const { since, resource, reference, outcome, run } = options;
  const isSaid = [since, resource, reference, outcome, run].some((option) => option !== undefined);
  if (!isSaid) throw fail('selection_missing', { expected: 'ID…, --run RUN, --since …, --outcome …' });
  if (run !== undefined && !(await journal.run(run))) {
    const { runExpected: expected } = JOURNAL_WORDING[command.language];
    throw fail('option_invalid', { field: '--run', value: run, expected });
  }
  return { filter: { ...filterFromOptions(options), ...sinceOption(command, options) } };
}
