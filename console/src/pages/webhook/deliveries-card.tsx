import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { usePages, type Ways } from '../../api/api.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { Status } from '../../parts/status.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { useMay } from '../../session/session.tsx';
import { useKindWords } from '../webhooks/kinds.ts';
import { useWebhookWork, type Webhook } from '../webhooks/use-webhooks.ts';
import { WEBHOOKS_WORDS } from '../webhooks/words.ts';
import { ResendMany } from './resend-many.tsx';

const OUTCOMES = ['delivered', 'failed', 'gave_up'] as const;
type Outcome = (typeof OUTCOMES)[number];
const TONES = { delivered: 'ok', failed: 'alert', gave_up: 'error' } as const;

type Delivery = Awaited<ReturnType<typeof readDeliveries>>['items'][number];

const readDeliveries = (
  { api }: Ways,
  id: string,
  query: { readonly outcome?: Outcome[]; readonly cursor?: string },
  signal: AbortSignal,
) => api.get('/webhooks/{id}/deliveries', { params: { id }, query, signal });

/** What was sent, and what came of it; for operators, to send it again. */
export function DeliveriesCard({ webhook: { id } }: { readonly webhook: Webhook }) {
  const words = useWords(WEBHOOKS_WORDS);
  const isOperator = useMay('operator');
  const [outcome, setOutcome] = useState<Outcome>();
  const { resend } = useWebhookWork(id);
  const pages = usePages(['webhooks', id, 'deliveries', outcome], (ways, cursor, signal) =>
    readDeliveries(ways, id, { ...cursor, ...(outcome && { outcome: [outcome] }) }, signal),
  );
  const columns = useDeliveryColumns(isOperator ? (event) => resend.mutate({ event }) : undefined);
  return (
    <Card title={words.deliveries} lead={words.deliveriesLead} isFlush>
      <Stack gap="sm" px="lg" py="sm">
        <Group gap="sm">
          <Select
            aria-label={words.outcome}
            placeholder={words.everyOutcome}
            clearable
            data={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
            value={outcome ?? null}
            onChange={(chosen) => setOutcome(chosen ?? undefined)}
          />
          {isOperator && <ResendMany resend={resend} />}
        </Group>
        {resend.error && <ProblemNote error={resend.error} />}
        {resend.data && (
          <Text size="sm" role="status">
            {words.queued(resend.data.queued)}
          </Text>
        )}
      </Stack>
      <RecordList
        label={words.deliveries}
        pages={pages}
        columns={columns}
        keyOf={({ event, attempt, at }) => `${event} ${attempt} ${at}`}
        empty={
          <EmptyState icon="webhooks" title={words.noDeliveries}>
            {words.noDeliveriesLead}
          </EmptyState>
        }
      />
    </Card>
  );
}

function useDeliveryColumns(onResend: ((event: string) => void) | undefined): readonly Column<Delivery>[] {
  const words = useWords(WEBHOOKS_WORDS);
  const { actions } = useWords(PARTS_WORDS);
  const kindOf = useKindWords();
  const format = useFormat();
  return [
    {
      id: 'event',
      title: words.event,
      isWide: true,
      cell: ({ type, key, event }) => (
        <>
          {kindOf(type)} · {key}
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {event}
          </Text>
        </>
      ),
    },
    {
      id: 'outcome',
      title: words.outcome,
      cell: ({ outcome, retryAt }) => (
        <>
          <Status tone={TONES[outcome]}>{words.outcomes[outcome]}</Status>
          {retryAt !== undefined && (
            <Text size="xs" c="dimmed">
              {words.retryAt(format.second(retryAt))}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'answer',
      title: words.answer,
      isMinor: true,
      cell: ({ status, error, answer, durationMs }) => (
        <>
          {status ?? error} ({format.duration(durationMs)})
          <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {answer}
          </Text>
        </>
      ),
    },
    {
      id: 'at',
      title: words.at,
      isMinor: true,
      cell: ({ at, attempt }) => (
        <span className="numbers">
          {format.second(at)} · {words.attempt(attempt)}
        </span>
      ),
    },
    ...(onResend
      ? [
          {
            id: 'resend',
            title: actions,
            isNumber: true,
            cell: ({ event, key }: Delivery) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.resendOf(key)}
                onClick={() => onResend(event)}
              >
                {words.resend}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
