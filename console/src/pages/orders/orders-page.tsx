import { Group, SegmentedControl, Select, Text } from '@mantine/core';
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
import { HANDS, type OrdersFilter, ordersQuery } from './filter.ts';
import { HandOverStatus } from './hand-over-status.tsx';
import { ORDERS_WORDS } from './words.ts';

type ListedOrder = Awaited<ReturnType<typeof readOrders>>['items'][number];

const readOrders = (
  { api }: Ways,
  query: ReturnType<typeof ordersQuery> & { readonly cursor?: string },
  signal: AbortSignal,
) =>
  api.get('/orders', {
    query: {
      ...query,
      fields: ['id', 'reference', 'state', 'placedAt', 'currency', 'customer', 'totals', 'handOver'],
    },
    signal,
  });

export function OrdersPage() {
  const words = useWords(ORDERS_WORDS);
  const filter = useSearch({ from: '/orders' });
  const navigate = useNavigate({ from: '/orders' });
  const pages = usePages(['orders', filter], (ways, cursor, signal) =>
    readOrders(ways, { ...ordersQuery(filter), ...cursor }, signal),
  );
  const isFiltered = hasFilter(filter);
  const states = new Set([...pages.items.map(({ state }) => state), ...(filter.state ? [filter.state] : [])]);
  const change = (changed: { [Name in keyof OrdersFilter]?: OrdersFilter[Name] | undefined }) =>
    navigate({ search: (before) => said<OrdersFilter>({ ...before, ...changed }), replace: true });
  return (
    <Page title={words.title} lead={words.lead}>
      <Group gap="sm" role="search">
        <SegmentedControl
          aria-label={words.hand}
          value={filter.hand ?? 'all'}
          data={[
            { value: 'all', label: words.all },
            ...HANDS.map((hand) => ({ value: String(hand), label: words[hand] })),
          ]}
          onChange={(value) => change({ hand: HANDS.find((hand) => hand === value) })}
        />
        <SearchField
          label={words.emailLabel}
          hint={words.emailHint}
          value={filter.email ?? ''}
          onChange={(email) => change({ email })}
        />
        <Select
          aria-label={words.stateLabel}
          placeholder={words.everyState}
          w={{ base: '100%', xs: 210 }}
          clearable
          data={[...states].sort()}
          value={filter.state ?? null}
          onChange={(state) => change({ state: state ?? undefined })}
        />
      </Group>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useOrderColumns()}
          keyOf={({ id }) => id}
          empty={
            <EmptyState icon="orders" title={isFiltered ? words.noneTitle : words.emptyTitle}>
              {isFiltered ? words.noneLead : words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useOrderColumns(): readonly Column<ListedOrder>[] {
  const words = useWords(ORDERS_WORDS);
  const format = useFormat();
  return [
    {
      id: 'order',
      title: words.order,
      isWide: true,
      cell: ({ id, reference, customer }) => (
        <>
          <Link to="/orders/$id" params={{ id }} className={ROW_LINK}>
            {reference ?? id}
          </Link>
          <Text size="xs" c="dimmed">
            {[customer.firstName, customer.lastName].filter(Boolean).join(' ') || customer.email}
          </Text>
        </>
      ),
    },
    {
      id: 'hand',
      title: words.hand,
      isMinor: true,
      cell: ({ handOver }) => <HandOverStatus status={handOver.status} />,
    },
    { id: 'state', title: words.stateLabel, isMinor: true, cell: ({ state }) => state },
    {
      id: 'placed',
      title: words.placed,
      isMinor: true,
      cell: ({ placedAt }) => <span className="numbers">{format.moment(placedAt)}</span>,
    },
    {
      id: 'total',
      title: words.total,
      isNumber: true,
      cell: ({ totals, currency }) => format.money(totals.paid, currency),
    },
  ];
}
