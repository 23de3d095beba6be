import { Group, Switch, VisuallyHidden } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { hasFilter, said } from '../../app/search.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { useMayReplay } from '../replay/may-replay.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { useExchangeColumns } from './columns.tsx';
import { ExchangeFilters } from './exchange-filters.tsx';
import type { ExchangeFilter } from './filter.ts';
import { useChoice } from './use-choice.tsx';
import { useExchanges } from './use-exchanges.ts';
import { EXCHANGES_WORDS } from './words.ts';

export function ExchangesPage() {
  const words = useWords(EXCHANGES_WORDS);
  const filter = useSearch({ from: '/exchanges' });
  const navigate = useNavigate({ from: '/exchanges' });
  const [isLive, setLive] = useState(true);
  const { isNew, arrived, ...pages } = useExchanges(filter, isLive);
  const columns = useExchangeColumns();
  const mayReplay = useMayReplay();
  const choice = useChoice();
  const isFiltered = hasFilter(filter);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Group gap="md">
          {mayReplay && filter.run !== undefined && (
            <LinkButton to="/replays" search={{ run: filter.run }}>
              {words.replayRun}
            </LinkButton>
          )}
          <Switch
            checked={isLive}
            onChange={(event) => setLive(event.currentTarget.checked)}
            label={words.live}
            title={words.liveHint}
          />
        </Group>
      }
    >
      <ExchangeFilters
        filter={filter}
        onChange={(change) =>
          navigate({ search: (before) => said<ExchangeFilter>({ ...before, ...change }), replace: true })
        }
        onReset={() => navigate({ search: {} })}
      />
      <VisuallyHidden role="status">{arrived > 0 ? words.arrived(arrived) : ''}</VisuallyHidden>
      {choice.ids.length > 0 && <ChosenBar ids={choice.ids} onClear={choice.clear} />}
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={mayReplay ? [choice.column, ...columns] : columns}
          keyOf={({ id }) => id}
          isNew={isNew}
          empty={
            <EmptyState icon="exchanges" title={isFiltered ? words.noneTitle : words.emptyTitle}>
              {isFiltered ? words.noneLead : words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
