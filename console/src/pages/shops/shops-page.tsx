import { Group, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePages, type Ways } from '../../api/api.tsx';
import { callConsole } from '../../api/console-call.ts';
import { said } from '../../app/search.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { Status } from '../../parts/status.tsx';
import type { ShopsFilter } from './filter.ts';
import { type ShopState, verdictOf } from './verdict.ts';
import { SHOPS_WORDS } from './words.ts';

/** As the server counts. */
const MOST_ORDERS = 1000;

async function readShops({ send }: Ways, { name = '' }: ShopsFilter, cursor: string | undefined) {
  const query = new URLSearchParams({ search: name, ...(cursor !== undefined && { after: cursor }) });
  const { items, next } = await callConsole<{ items: readonly ShopState[]; next?: number }>(
    send,
    'GET',
    `/shops?${query}`,
  );
  return { items, ...(next !== undefined && { next: String(next) }) };
}

/** Every shop of the server, at a glance. */
export function ShopsPage() {
  const words = useWords(SHOPS_WORDS);
  const filter = useSearch({ from: '/shops' });
  const { name } = filter;
  const navigate = useNavigate({ from: '/shops' });
  const pages = usePages(['shops', name], (ways, { cursor }) => readShops(ways, filter, cursor));
  return (
    <Page title={words.title} lead={words.lead}>
      <Group role="search">
        <SearchField
          label={words.nameLabel}
          hint={words.nameLabel}
          width={300}
          value={name ?? ''}
          onChange={(typed) =>
            navigate({ search: (before) => said({ ...before, name: typed }), replace: true })
          }
        />
      </Group>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useShopColumns()}
          keyOf={(shop) => shop.name}
          empty={
            <EmptyState icon="shops" title={words.noneTitle}>
              {words.noneLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useShopColumns(): readonly Column<ShopState>[] {
  const words = useWords(SHOPS_WORDS);
  const format = useFormat();
  return [
    {
      id: 'shop',
      title: words.shop,
      isWide: true,
      cell: ({ name }) => (
        <Link to="/" search={{ shop: name }} className={ROW_LINK}>
          {name}
        </Link>
      ),
    },
    {
      id: 'state',
      title: words.state,
      cell: (shop) => {
        const { word, tone } = verdictOf(shop);
        return <Status {...(tone && { tone })}>{words.verdicts[word]}</Status>;
      },
    },
    {
      id: 'run',
      title: words.lastRun,
      isMinor: true,
      cell: ({ lastRun }) => (lastRun ? format.ago(lastRun.endedAt) : '–'),
    },
    {
      id: 'errors',
      title: words.errors,
      isNumber: true,
      isMinor: true,
      cell: ({ lastRun }) =>
        lastRun && lastRun.exchanges > 0 ? (
          <>
            {format.percent(Math.round((100 * lastRun.errors) / lastRun.exchanges))}
            <Text size="xs" c="dimmed">
              {words.ofExchanges(format.number(lastRun.errors), format.number(lastRun.exchanges))}
            </Text>
          </>
        ) : (
          '–'
        ),
    },
    {
      id: 'orders',
      title: words.orders,
      isNumber: true,
      cell: ({ orders }) =>
        orders === undefined ? '–' : `${format.number(orders)}${orders >= MOST_ORDERS ? ' +' : ''}`,
    },
  ];
}
