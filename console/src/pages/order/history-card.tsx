import { Button, Text, Timeline } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { useMay } from '../../session/session.tsx';
import type { Order } from './order-page.tsx';
import { StateDialog } from './state-dialog.tsx';
import { ORDER_WORDS } from './words.ts';

/** The states that the order has been in. */
export function HistoryCard({ order }: { readonly order: Order }) {
  const words = useWords(ORDER_WORDS);
  const format = useFormat();
  const isOperator = useMay('operator');
  const [isMoving, moving] = useDisclosure();
  const { history } = order;
  return (
    <Card
      title={words.history}
      {...(isOperator && {
        actions: (
          <Button variant="default" size="xs" onClick={moving.open}>
            {words.moveAction}
          </Button>
        ),
      })}
    >
      <Timeline active={history.length - 1} bulletSize={14} lineWidth={2}>
        {history.map(({ state, at, by }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a state may come back within a second, and moves are only added
          <Timeline.Item key={index} title={state} fz="sm">
            <Text size="xs" c="dimmed">
              {format.moment(at)} · {words.by[by]}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
      {isMoving && <StateDialog order={order} onClose={moving.close} />}
    </Card>
  );
}
