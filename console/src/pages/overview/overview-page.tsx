import { Code, SimpleGrid, Stack } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { HeldNote } from './held-note.tsx';
import { HoursPlot } from './hours-plot.tsx';
import { LatestProblems } from './latest-problems.tsx';
import { LinkState } from './link-state.tsx';
import { OpenAlerts } from './open-alerts.tsx';
import { RecentRuns } from './recent-runs.tsx';
import { hoursOf, summaryOf } from './summary.ts';
import { Tiles } from './tiles.tsx';
import { type OverviewRun, useRecentRuns } from './use-overview.ts';
import { OVERVIEW_WORDS } from './words.ts';

const SIMULATOR = 'passerelle sync simulator:seed=42,articles=100 --url URL --key KEY';

/** The state of the link at a glance. */
export function OverviewPage() {
  const words = useWords(OVERVIEW_WORDS);
  const runs = useRecentRuns();
  return (
    <Page title={words.title}>
      <Loaded query={runs} height={360}>
        {({ recent, last }) => (last ? <Overview recent={recent} last={last} /> : <NothingYet />)}
      </Loaded>
    </Page>
  );
}

interface OverviewProps {
  readonly recent: readonly OverviewRun[];
  readonly last: OverviewRun;
}

function Overview({ recent, last }: OverviewProps) {
  const words = useWords(OVERVIEW_WORDS);
  const summary = summaryOf(recent);
  return (
    <Stack gap="md">
      <LinkState last={last} counts={summary.counts} />
      <HeldNote />
      <OpenAlerts />
      <Tiles last={last} summary={summary} />
      <Card title={words.plot} lead={words.plotLead}>
        <HoursPlot hours={hoursOf(recent, Date.now())} />
      </Card>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <LatestProblems />
        <RecentRuns runs={recent.length > 0 ? recent : [last]} />
      </SimpleGrid>
    </Stack>
  );
}

function NothingYet() {
  const words = useWords(OVERVIEW_WORDS);
  return (
    <Card>
      <EmptyState icon="connection" title={words.emptyTitle}>
        {words.emptyLead}
        <Code block mt="sm" ta="left" style={{ whiteSpace: 'pre-wrap' }}>
          {SIMULATOR}
        </Code>
      </EmptyState>
    </Card>
  );
}
