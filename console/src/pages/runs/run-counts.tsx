import { Group } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Status } from '../../parts/status.tsx';
import { type RunFacts, tonesOf } from '../overview/summary.ts';
import { RUNS_WORDS } from './words.ts';

/** How many of a run's exchanges ended well, and otherwise. */
export function RunCounts({ run }: { readonly run: Pick<RunFacts, 'resources'> }) {
  const words = useWords(RUNS_WORDS);
  const format = useFormat();
  const { ok, alert, error } = tonesOf(run);
  return (
    <Group gap={6} my={3}>
      {ok > 0 && <Status tone="ok">{words.ok(format.number(ok))}</Status>}
      {alert > 0 && <Status tone="alert">{words.alert(format.number(alert), alert)}</Status>}
      {error > 0 && <Status tone="error">{words.error(format.number(error), error)}</Status>}
    </Group>
  );
}
