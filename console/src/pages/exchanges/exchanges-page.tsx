import { Switch, VisuallyHidden } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { hasFilter, said } from '../../app/search.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { useExchangeColumns } from './columns.tsx';
import { ExchangeFilters } from './exchange-filters.tsx';
import type { ExchangeFilter } from './filter.ts';
import { useExchanges } from './use-exchanges.ts';
import { EXCHANGES_WORDS } from './words.ts';

export function ExchangesPage() {
  const words = useWords(EXCHANGES_WORDS);
  const filter = useSearch({ from: '/exchanges' });
  const navigate = useNavigate({ from: '/exchanges' });
  const [isLive, setLive] = useState(true);
  const { isNew, arrived, ...pages } = useExchanges(filter, isLive);
  const columns = useExchangeColumns();
  const isFiltered = hasFilter(filter);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Switch
          checked={isLive}
          onChange={(event) => setLive(event.currentTarget.checked)}
          label={words.live}
          title={words.liveHint}
        />
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
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={columns}
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
