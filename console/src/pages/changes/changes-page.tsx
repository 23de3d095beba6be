import { Group, Select, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { usePages, type Ways } from '../../api/api.tsx';
import { hasFilter, said } from '../../app/search.ts';
import { useFieldWords } from '../../format/field-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { Status } from '../../parts/status.tsx';
import { EXCHANGE_WORDS } from '../exchange/words.ts';
import { type ChangesFilter, changesQuery, ENTITIES } from './filter.ts';
import { ChangeOrigin } from './origin.tsx';
import { RecordLink } from './record-link.tsx';
import { CHANGES_WORDS } from './words.ts';

export type Change = Awaited<ReturnType<typeof readChanges>>['items'][number];

const readChanges = (
  { api }: Ways,
  query: ReturnType<typeof changesQuery> & { readonly cursor?: string },
  signal: AbortSignal,
) => api.get('/changes/recent', { query, signal });

/** What changed in the shop, and whose change it was. */
export function ChangesPage() {
  const words = useWords(CHANGES_WORDS);
  const { entities } = useWords(EXCHANGE_WORDS);
  const filter = useSearch({ from: '/changes' });
  const navigate = useNavigate({ from: '/changes' });
  const pages = usePages(['changes', filter], (ways, cursor, signal) =>
    readChanges(ways, { ...changesQuery(filter), ...cursor }, signal),
  );
  const isFiltered = hasFilter(filter);
  const change = (changed: { [Name in keyof ChangesFilter]?: ChangesFilter[Name] | undefined }) =>
    navigate({ search: (before) => said<ChangesFilter>({ ...before, ...changed }), replace: true });
  return (
    <Page title={words.title} lead={words.lead}>
      <Group gap="sm" role="search">
        <SearchField
          label={words.keyLabel}
          hint={words.keyHint}
          width={300}
          value={filter.key ?? ''}
          onChange={(key) => change({ key })}
        />
        <Select
          aria-label={words.kind}
          placeholder={words.everyKind}
          w={{ base: '100%', xs: 210 }}
          clearable
          data={ENTITIES.map((value) => ({ value, label: entities[value] }))}
          value={filter.entity ?? null}
          onChange={(entity) => change({ entity: entity ?? undefined })}
        />
      </Group>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useChangeColumns()}
          keyOf={({ id }) => id}
          empty={
            <EmptyState icon="changes" title={isFiltered ? words.noneTitle : words.emptyTitle}>
              {isFiltered ? words.noneLead : words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

const TONES = { created: 'ok', updated: undefined, retired: 'alert' } as const;

function useChangeColumns(): readonly Column<Change>[] {
  const words = useWords(CHANGES_WORDS);
  const { entities, operations } = useWords(EXCHANGE_WORDS);
  const nameOf = useFieldWords();
  const format = useFormat();
  return [
    {
      id: 'record',
      title: words.record,
      cell: (change) => (
        <>
          <RecordLink change={change} />
          <Text size="xs" c="dimmed">
            {entities[change.entity]}
          </Text>
        </>
      ),
    },
    {
      id: 'what',
      title: words.what,
      isWide: true,
      cell: ({ operation, fields, rules }) => {
        const tone = TONES[operation];
        return (
          <>
            <Status {...(tone && { tone })}>{operations[operation]}</Status>
            <Text size="xs" c="dimmed" mt={2}>
              {rules
                ? words.rules(rules.created, rules.updated, rules.retired)
                : fields.map(nameOf).join(', ')}
            </Text>
          </>
        );
      },
    },
    { id: 'by', title: words.from, cell: ({ origin }) => <ChangeOrigin origin={origin} /> },
    {
      id: 'at',
      title: words.at,
      isMinor: true,
      cell: ({ at }) => <span className="numbers">{format.second(at)}</span>,
    },
  ];
}
