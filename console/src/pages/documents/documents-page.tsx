import { Group, Select, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePages, type Ways } from '../../api/api.tsx';
import { hasFilter, said } from '../../app/search.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { DOCUMENT_TYPES, type DocumentsFilter, documentsQuery } from './filter.ts';
import { DOCUMENTS_WORDS } from './words.ts';

type ListedDocument = Awaited<ReturnType<typeof readDocuments>>['items'][number];

const readDocuments = (
  { api }: Ways,
  query: ReturnType<typeof documentsQuery> & { readonly cursor?: string },
  signal: AbortSignal,
) =>
  api.get('/documents', {
    query: { ...query, fields: ['number', 'type', 'date', 'customer', 'order', 'file'] },
    signal,
  });

export function DocumentsPage() {
  const words = useWords(DOCUMENTS_WORDS);
  const filter = useSearch({ from: '/documents' });
  const navigate = useNavigate({ from: '/documents' });
  const pages = usePages(['documents', filter], (ways, cursor, signal) =>
    readDocuments(ways, { ...documentsQuery(filter), ...cursor }, signal),
  );
  const isFiltered = hasFilter(filter);
  const change = (changed: { [Name in keyof DocumentsFilter]?: DocumentsFilter[Name] | undefined }) =>
    navigate({ search: (before) => said<DocumentsFilter>({ ...before, ...changed }), replace: true });
  return (
    <Page title={words.title} lead={words.lead}>
      <Group gap="sm" role="search">
        <SearchField
          label={words.numberLabel}
          hint={words.numberHint}
          value={filter.number ?? ''}
          onChange={(number) => change({ number })}
        />
        <Select
          aria-label={words.typeLabel}
          placeholder={words.everyType}
          w={{ base: '100%', xs: 210 }}
          clearable
          data={DOCUMENT_TYPES.map((value) => ({ value, label: words.types[value] }))}
          value={filter.type ?? null}
          onChange={(type) => change({ type: type ?? undefined })}
        />
      </Group>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useDocumentColumns()}
          keyOf={({ number }) => number}
          empty={
            <EmptyState icon="documents" title={isFiltered ? words.noneTitle : words.emptyTitle}>
              {isFiltered ? words.noneLead : words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useDocumentColumns(): readonly Column<ListedDocument>[] {
  const words = useWords(DOCUMENTS_WORDS);
  const format = useFormat();
  return [
    {
      id: 'number',
      title: words.number,
      cell: ({ number, type }) => (
        <>
          <Link to="/documents/$number" params={{ number }} className={ROW_LINK}>
            {number}
          </Link>
          <Text size="xs" c="dimmed">
            {words.types[type]}
          </Text>
        </>
      ),
    },
    {
      id: 'owner',
      title: words.owner,
      isWide: true,
      isMinor: true,
      cell: ({ customer }) => customer.email ?? customer.code ?? customer.id ?? '–',
    },
    { id: 'date', title: words.date, cell: ({ date }) => format.moment(date) },
    {
      id: 'size',
      title: words.size,
      isNumber: true,
      isMinor: true,
      cell: ({ file }) => (file ? format.bytes(file.bytes) : words.noFile),
    },
  ];
}
