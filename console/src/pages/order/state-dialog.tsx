import { Autocomplete, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useRead, useWays } from '../../api/api.tsx';
import { callConsole } from '../../api/console-call.ts';
import { useWords } from '../../i18n/language.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import type { Connection } from '../connection/types.ts';
import type { Order } from './order-page.tsx';
import { ORDER_WORDS } from './words.ts';

interface StateDialogProps {
  readonly order: Order;
  readonly onClose: () => void;
}

const LONGEST = 64;

/** Moves the order to another state, as the shop's own pages would. */
export function StateDialog({ order, onClose }: StateDialogProps) {
  const words = useWords(ORDER_WORDS);
  const { cancel, close } = useWords(PARTS_WORDS);
  const { api } = useWays();
  const queries = useQueryClient();
  const [state, setState] = useState('');
  const states = useKnownStates(order);
  const move = useMutation({
    mutationFn: () =>
      api.post('/orders/{id}/state', { params: { id: order.id }, body: { state: state.trim() } }),
    onSuccess: async () => {
      onClose();
      notifications.show({ message: words.moved });
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    move.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.moveTitle}
      centered
      closeButtonProps={{ 'aria-label': close }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{words.moveLead}</Text>
          <Autocomplete
            label={words.newState}
            data={states}
            maxLength={LONGEST}
            value={state}
            onChange={setState}
            data-autofocus
          />
          {order.handOver.status === 'confirmed' && (
            <Text size="sm" c="dimmed">
              {words.staysConfirmed}
            </Text>
          )}
          {move.error && <ProblemNote error={move.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {cancel}
            </Button>
            <Button
              type="submit"
              loading={move.isPending}
              disabled={state.trim() === '' || state.trim() === order.state}
            >
              {words.move}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Those that it has been in, and those that the settings name; others can be typed. */
function useKnownStates({ state, history }: Order): readonly string[] {
  const { data } = useRead(['connection'], ({ send }) => callConsole<Connection>(send, 'GET', '/connection'));
  const { importable = [], final } = data?.orderStates ?? {};
  const all = new Set([
    ...importable,
    ...(final === undefined ? [] : [final]),
    ...history.map((move) => move.state),
  ]);
  all.delete(state);
  return [...all];
}
