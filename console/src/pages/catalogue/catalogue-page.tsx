import { Box, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePages, useRead, type Ways } from '../../api/api.tsx';
import { hasFilter, said } from '../../app/search.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { StoredImage } from '../../parts/stored-image.tsx';
import { type CatalogueFilter, catalogueQuery, OFF_SALE, SORTS } from './filter.ts';
import { ProductState } from './product-state.tsx';
import { CATALOGUE_WORDS } from './words.ts';

type ListedProduct = Awaited<ReturnType<typeof readProducts>>['items'][number];

const readProducts = (
  { api }: Ways,
  query: ReturnType<typeof catalogueQuery> & { readonly cursor?: string },
  signal: AbortSignal,
) =>
  api.get('/products', {
    query: {
      ...query,
      fields: ['reference', 'name', 'image', 'category', 'netPrice', 'stock', 'active', 'available'],
    },
    signal,
  });

export function CataloguePage() {
  const words = useWords(CATALOGUE_WORDS);
  const filter = useSearch({ from: '/catalogue' });
  const navigate = useNavigate({ from: '/catalogue' });
  const pages = usePages(['products', filter], (ways, cursor, signal) =>
    readProducts(ways, { ...catalogueQuery(filter), ...cursor }, signal),
  );
  const { sort = SORTS[0], ...chosen } = filter;
  const isFiltered = hasFilter(chosen);
  const change = (changed: { [Name in keyof CatalogueFilter]?: CatalogueFilter[Name] | undefined }) =>
    navigate({ search: (before) => said<CatalogueFilter>({ ...before, ...changed }), replace: true });
  return (
    <Page title={words.title} lead={words.lead}>
      <Group gap="sm" role="search">
        <SearchField
          label={words.searchLabel}
          hint={words.searchHint}
          width={240}
          value={filter.search ?? ''}
          onChange={(search) => change({ search })}
        />
        <CategoryField value={filter.category} onChange={(category) => change({ category })} />
        <SegmentedControl
          aria-label={words.state}
          value={filter.off ?? 'all'}
          data={[
            { value: 'all', label: words.all },
            ...OFF_SALE.map((off) => ({ value: String(off), label: words.off[off] })),
          ]}
          onChange={(value) => change({ off: OFF_SALE.find((off) => off === value) })}
        />
        <Select
          aria-label={words.order}
          w={{ base: '100%', xs: 200 }}
          allowDeselect={false}
          data={SORTS.map((value) => ({ value: String(value), label: words.orders[value] }))}
          value={sort}
          onChange={(value) => change({ sort: SORTS.find((known) => known === value && known !== SORTS[0]) })}
        />
      </Group>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useProductColumns()}
          keyOf={({ reference }) => reference}
          empty={
            <EmptyState icon="catalogue" title={isFiltered ? words.noneTitle : words.emptyTitle}>
              {isFiltered ? words.noneLead : words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useProductColumns(): readonly Column<ListedProduct>[] {
  const words = useWords(CATALOGUE_WORDS);
  const format = useFormat();
  return [
    { id: 'product', title: words.product, isWide: true, cell: (row) => <NameCell product={row} /> },
    {
      id: 'category',
      title: words.category,
      isMinor: true,
      cell: ({ category }) => (
        <Text size="sm" c="dimmed">
          {category?.path.join(' › ')}
        </Text>
      ),
    },
    {
      id: 'price',
      title: words.price,
      isNumber: true,
      cell: ({ netPrice }) => (netPrice === undefined ? '–' : format.money(netPrice)),
    },
    {
      id: 'stock',
      title: words.stock,
      isNumber: true,
      isMinor: true,
      cell: ({ stock }) => (stock === undefined ? '–' : format.number(stock)),
    },
    { id: 'state', title: words.state, isMinor: true, cell: (row) => <ProductState product={row} /> },
  ];
}

function NameCell({ product }: { readonly product: ListedProduct }) {
  const words = useWords(CATALOGUE_WORDS);
  const { reference, name, image } = product;
  return (
    <Group gap="sm" wrap="nowrap">
      <StoredImage path={image?.path} alt="" size={38} />
      <Box miw={0}>
        <Link to="/catalogue/$reference" params={{ reference }} className={ROW_LINK}>
          {name ?? words.noName}
        </Link>
        <Text size="xs" c="dimmed">
          {reference}
        </Text>
      </Box>
    </Group>
  );
}

interface CategoryFieldProps {
  readonly value: string | undefined;
  readonly onChange: (category: string | undefined) => void;
}

const MOST_CATEGORIES = 500;
const A_WHILE_MS = 60_000;

function CategoryField({ value, onChange }: CategoryFieldProps) {
  const words = useWords(CATALOGUE_WORDS);
  const { data = [] } = useRead(
    ['categories'],
    async ({ api }, signal) =>
      (await api.get('/categories', { query: { limit: MOST_CATEGORIES }, signal })).items,
    { staleTime: A_WHILE_MS },
  );
  if (data.length === 0) return null;
  return (
    <Select
      aria-label={words.category}
      placeholder={words.everyCategory}
      w={{ base: '100%', xs: 200 }}
      searchable
      clearable
      limit={100}
      data={data.map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
      value={value ?? null}
      onChange={(category) => onChange(category ?? undefined)}
    />
  );
}
