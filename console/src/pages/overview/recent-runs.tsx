import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { LinkList } from '../../parts/link-list.tsx';
import { RunCounts } from '../runs/run-counts.tsx';
import type { OverviewRun } from './use-overview.ts';
import { OVERVIEW_WORDS } from './words.ts';

const SHOWN = 6;

export function RecentRuns({ runs }: { readonly runs: readonly OverviewRun[] }) {
  const words = useWords(OVERVIEW_WORDS);
  const format = useFormat();
  return (
    <Card
      title={words.recent}
      isFlush
      actions={
        <Anchor size="sm" renderRoot={(props) => <Link to="/runs" {...props} />}>
          {words.allRuns}
        </Anchor>
      }
    >
      <LinkList
        entries={runs.slice(0, SHOWN).map((run) => ({
          key: run.id,
          link: { to: '/exchanges', search: { run: run.id } },
          title: format.instant(run.at),
          side: format.ago(run.endedAt),
          text: <RunCounts run={run} />,
        }))}
      />
    </Card>
  );
}
