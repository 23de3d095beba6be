import { fail } from '../../domain/error.ts';
import { selectExchanges } from '../../replay/select.ts';
import type { Journal } from '../../shop/journal.ts';
import type { ShopCommand } from '../commands/context.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';
import { filterFromOptions, type SelectOptions, sinceOption } from './select-options.ts';

/** The ids that are named, in their order of time, else those that the options select. Rejects with `selection_missing`. */
export async function selectedIds(
  journal: Pick<Journal, 'exchanges' | 'run'>,
  named: readonly string[],
  { command, options }: { readonly command: ShopCommand; readonly options: SelectOptions },
): Promise<readonly string[]> {
  if (named.length > 0) return [...new Set(named)].sort();
  const { since, resource, reference, outcome, run } = options;
  const isSaid = [since, resource, reference, outcome, run].some((option) => option !== undefined);
  if (!isSaid) throw fail('selection_missing', { expected: 'ID…, --run RUN, --since …, --outcome …' });
  if (run !== undefined && !(await journal.run(run))) {
    const { runExpected: expected } = JOURNAL_WORDING[command.language];
    throw fail('option_invalid', { field: '--run', value: run, expected });
  }
  return selectExchanges(journal, { ...filterFromOptions(options), ...sinceOption(command, options) });
}
