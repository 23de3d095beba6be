import { Text, Timeline } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import type { Order } from './order-page.tsx';
import { ORDER_WORDS } from './words.ts';

export function HistoryCard({ history }: Pick<Order, 'history'>) {
  const words = useWords(ORDER_WORDS);
  const format = useFormat();
  return (
    <Card title={words.history}>
      <Timeline active={history.length - 1} bulletSize={14} lineWidth={2}>
        {history.map(({ state, at, by }) => (
          <Timeline.Item key={`${at} ${state}`} title={state} fz="sm">
            <Text size="xs" c="dimmed">
              {format.moment(at)} · {words.by[by]}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}
