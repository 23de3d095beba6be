import { SimpleGrid, Text } from '@mantine/core';
import { useRead } from '../../api/api.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { LinkList } from '../../parts/link-list.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { CUSTOMERS_WORDS } from '../customers/words.ts';
import { DOCUMENTS_WORDS } from '../documents/words.ts';
import type { Customer } from './read-customer.ts';

const SHOWN = 5;

/** The last orders and documents of a customer. */
export const RecordCards = ({ customer }: { readonly customer: Customer }) => (
  <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
    <OrdersCard customer={customer} />
    <DocumentsCard customer={customer} />
  </SimpleGrid>
);

function OrdersCard({ customer: { id } }: { readonly customer: Customer }) {
  const words = useWords(CUSTOMERS_WORDS);
  const format = useFormat();
  const query = useRead(['customer', id, 'orders'], async ({ api }, signal) => {
    const asked = { customer: id, limit: SHOWN, fields: ORDER_FIELDS };
    return (await api.get('/orders', { query: asked, signal })).items;
  });
  return (
    <Card
      title={words.orders}
      isFlush
      actions={
        <Text size="sm">
          <TextLink to="/orders" search={{ customer: id }}>
            {words.ordersOf}
          </TextLink>
        </Text>
      }
    >
      <Loaded query={query}>
        {(orders) =>
          orders.length === 0 ? (
            <Nothing>{words.noOrders}</Nothing>
          ) : (
            <LinkList
              entries={orders.map(({ id: order, reference, placedAt, totals, currency, state }) => ({
                key: order,
                link: { to: '/orders/$id', params: { id: order } },
                title: reference ?? order,
                side: format.money(totals.paid, currency),
                text: `${format.moment(placedAt)} · ${state}`,
              }))}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

const ORDER_FIELDS: ('id' | 'reference' | 'placedAt' | 'state' | 'totals' | 'currency')[] = [
  ...(['id', 'reference', 'placedAt', 'state', 'totals', 'currency'] as const),
];

function DocumentsCard({ customer: { id } }: { readonly customer: Customer }) {
  const words = useWords(CUSTOMERS_WORDS);
  const { types } = useWords(DOCUMENTS_WORDS);
  const format = useFormat();
  const query = useRead(['customer', id, 'documents'], async ({ api }, signal) => {
    const asked = { customer: id, limit: SHOWN, fields: DOCUMENT_FIELDS };
    return (await api.get('/documents', { query: asked, signal })).items;
  });
  return (
    <Card
      title={words.documents}
      isFlush
      actions={
        <Text size="sm">
          <TextLink to="/documents" search={{ customer: id }}>
            {words.documentsOf}
          </TextLink>
        </Text>
      }
    >
      <Loaded query={query}>
        {(documents) =>
          documents.length === 0 ? (
            <Nothing>{words.noDocuments}</Nothing>
          ) : (
            <LinkList
              entries={documents.map(({ number, type, date }) => ({
                key: number,
                link: { to: '/documents/$number', params: { number } },
                title: number,
                side: format.moment(date),
                text: types[type],
              }))}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

const DOCUMENT_FIELDS: ('number' | 'type' | 'date')[] = [...(['number', 'type', 'date'] as const)];

const Nothing = ({ children }: { readonly children: string }) => (
  <Text size="sm" c="dimmed" px="lg" py="sm">
    {children}
  </Text>
);
