import { Group, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePages, type Ways } from '../../api/api.tsx';
import { hasFilter } from '../../app/search.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import type { CustomersFilter } from './filter.ts';
import { customerName } from './name.ts';
import { CUSTOMERS_WORDS } from './words.ts';

type ListedCustomer = Awaited<ReturnType<typeof readCustomers>>['items'][number];

const readCustomers = (
  { api }: Ways,
  query: CustomersFilter & { readonly cursor?: string },
  signal: AbortSignal,
) =>
  api.get('/customers', {
    query: { ...query, fields: ['id', 'code', 'name', 'firstName', 'company', 'email', 'priceCategory'] },
    signal,
  });

export function CustomersPage() {
  const words = useWords(CUSTOMERS_WORDS);
  const { email, search } = useSearch({ from: '/customers' });
  const filter = { ...(email !== undefined && { email }), ...(search !== undefined && { search }) };
  const navigate = useNavigate({ from: '/customers' });
  const pages = usePages(['customers', filter], (ways, cursor, signal) =>
    readCustomers(ways, { ...cursor, ...filter }, signal),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Group role="search">
        <SearchField
          label={words.emailLabel}
          hint={words.emailHint}
          width={300}
          value={email ?? search ?? ''}
          onChange={(typed) => navigate({ search: typed === undefined ? {} : asked(typed), replace: true })}
        />
      </Group>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useCustomerColumns()}
          keyOf={({ id }) => id}
          empty={
            <EmptyState icon="customers" title={hasFilter(filter) ? words.noneTitle : words.emptyTitle}>
              {hasFilter(filter) ? words.noneLead : words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

/** A whole address finds contacts too. */
const asked = (typed: string): CustomersFilter =>
  /^\S+@\S+\.\S+$/.test(typed) ? { email: typed } : { search: typed };

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
