import { Group, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePages, type Ways } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { customerName } from './name.ts';
import { CUSTOMERS_WORDS } from './words.ts';

type ListedCustomer = Awaited<ReturnType<typeof readCustomers>>['items'][number];

const readCustomers = (
  { api }: Ways,
  query: { readonly email?: string; readonly cursor?: string },
  signal: AbortSignal,
) =>
  api.get('/customers', {
    query: { ...query, fields: ['id', 'code', 'name', 'firstName', 'company', 'email', 'priceCategory'] },
    signal,
  });

export function CustomersPage() {
  const words = useWords(CUSTOMERS_WORDS);
  const { email } = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const pages = usePages(['customers', email], (ways, cursor, signal) =>
    readCustomers(ways, { ...cursor, ...(email !== undefined && { email }) }, signal),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Group role="search">
        <SearchField
          label={words.emailLabel}
          hint={words.emailHint}
          width={300}
          value={email ?? ''}
          onChange={(typed) =>
            navigate({ search: typed === undefined ? {} : { email: typed }, replace: true })
          }
        />
      </Group>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useCustomerColumns()}
          keyOf={({ id }) => id}
          empty={
            <EmptyState icon="customers" title={email === undefined ? words.emptyTitle : words.noneTitle}>
              {email === undefined ? words.emptyLead : words.noneLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useCustomerColumns(): readonly Column<ListedCustomer>[] {
  const words = useWords(CUSTOMERS_WORDS);
  return [
    {
      id: 'name',
      title: words.name,
      isWide: true,
      cell: (customer) => (
        <>
          <Link
            to="/customers/$id"
            params={{ id: customer.id }}
            search={customer.code === undefined ? {} : { code: customer.code }}
            className={ROW_LINK}
          >
            {customerName(customer) ?? words.noName}
          </Link>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {customer.email}
          </Text>
        </>
      ),
    },
    {
      id: 'code',
      title: words.code,
      cell: ({ code }) =>
        code ?? (
          <Text size="sm" c="dimmed">
            {words.noCodeYet}
          </Text>
        ),
    },
    {
      id: 'category',
      title: words.category,
      isMinor: true,
      cell: ({ priceCategory }) => priceCategory ?? '–',
    },
  ];
}
