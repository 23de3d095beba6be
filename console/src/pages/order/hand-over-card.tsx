import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWays } from '../../api/api.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { useMay } from '../../session/session.tsx';
import type { Order } from './order-page.tsx';
import { ORDER_WORDS } from './words.ts';

/** Where the order is on its way to the ERP, in words. */
export function HandOverCard({ order: { id, handOver } }: { readonly order: Order }) {
  const words = useWords(ORDER_WORDS);
  const format = useFormat();
  const isOperator = useMay('operator');
  const { status, readAt, confirmedAt, exchange } = handOver;
  const sentences = {
    open: words.open,
    read: words.read(readAt === undefined ? '?' : format.moment(readAt)),
    confirmed: confirmedAt === undefined ? words.confirmedOnce : words.confirmed(format.moment(confirmedAt)),
  };
  return (
    <Card title={words.handOver}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{sentences[status]}</Text>
        <Group gap="md" fz="sm">
          {exchange !== undefined && (
            <TextLink to="/exchanges/$id" params={{ id: exchange }}>
              {words.seeExchange}
            </TextLink>
          )}
          <TextLink to="/exchanges" search={{ reference: id }}>
            {words.exchanges}
          </TextLink>
        </Group>
        {isOperator && status !== 'open' && <OfferAgain id={id} />}
      </Stack>
    </Card>
  );
}

function OfferAgain({ id }: { readonly id: string }) {
  const words = useWords(ORDER_WORDS);
  const { api } = useWays();
  const queries = useQueryClient();
  const [isOpen, dialog] = useDisclosure();
  const offer = useMutation({
    mutationFn: () => api.post('/orders/{id}/offer', { params: { id } }),
    onSuccess: async () => {
      dialog.close();
      notifications.show({ message: words.offered });
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button variant="default" size="xs" onClick={dialog.open}>
        {words.offer}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={words.offerTitle}
        action={words.offer}
        isPending={offer.isPending}
        error={offer.error}
        onClose={dialog.close}
        onConfirm={() => offer.mutate()}
      >
        {words.offerLead}
      </Confirm>
    </>
  );
}
