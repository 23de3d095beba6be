import { SimpleGrid, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead, type Ways } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { HandOverStatus } from '../orders/hand-over-status.tsx';
import { HandOverCard } from './hand-over-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { LinesCard } from './lines-card.tsx';
import { MessageCard } from './message-card.tsx';
import { OrderFacts } from './order-facts.tsx';
import { ORDER_WORDS } from './words.ts';

export type Order = Awaited<ReturnType<typeof readOrder>>;

const readOrder = ({ api }: Ways, id: string, signal: AbortSignal) =>
  api.get('/orders/{id}', { params: { id }, signal });

export function OrderPage() {
  const words = useWords(ORDER_WORDS);
  const { id } = useParams({ from: '/orders/$id' });
  const query = useRead(['order', id], (ways, signal) => readOrder(ways, id, signal));
  const { data } = query;
  return (
    <Page
      title={data?.reference ?? id}
      badge={data && <HandOverStatus status={data.handOver.status} />}
      above={<BackLink to="/orders">{words.back}</BackLink>}
    >
      <Loaded query={query} height={400}>
        {(order) => (
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <HandOverCard order={order} />
              <HistoryCard order={order} />
            </SimpleGrid>
            <LinesCard record={order} taxes={order.taxes ?? []} />
            <OrderFacts order={order} />
            <MessageCard order={order} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
