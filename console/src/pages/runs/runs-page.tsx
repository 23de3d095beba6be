import { Link } from '@tanstack/react-router';
import { usePages, type Ways } from '../../api/api.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { RunCounts } from './run-counts.tsx';
import { RUNS_WORDS } from './words.ts';

type Run = Awaited<ReturnType<typeof readRuns>>['items'][number];

const readRuns = ({ api }: Ways, cursor: { cursor?: string }, signal: AbortSignal) =>
  api.get('/runs', { query: cursor, signal });

export function RunsPage() {
  const words = useWords(RUNS_WORDS);
  const pages = usePages(['runs'], readRuns);
  return (
    <Page title={words.title} lead={words.lead}>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useRunColumns()}
          keyOf={({ id }) => id}
          empty={
            <EmptyState icon="runs" title={words.emptyTitle}>
              {words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useRunColumns(): readonly Column<Run>[] {
  const words = useWords(RUNS_WORDS);
  const format = useFormat();
  return [
    {
      id: 'at',
      title: words.began,
      cell: ({ id, at }) => (
        <Link to="/exchanges" search={{ run: id }} className={ROW_LINK}>
          {format.instant(at)}
        </Link>
      ),
    },
    { id: 'how', title: words.how, isWide: true, cell: (run) => <RunCounts run={run} /> },
    {
      id: 'lasted',
      title: words.lasted,
      isNumber: true,
      isMinor: true,
      cell: ({ at, endedAt }) => format.duration(Date.parse(endedAt) - Date.parse(at)),
    },
    number('exchanges', words.exchanges, ({ exchanges }) => format.number(exchanges)),
    number('records', words.records, ({ records }) => format.number(records)),
    number('saved', words.saved, ({ unchanged }) => format.number(unchanged)),
  ];
}

const number = (id: string, title: string, cell: (run: Run) => string): Column<Run> => ({
  ...{ id, title, cell },
  isNumber: true,
  isMinor: true,
});
