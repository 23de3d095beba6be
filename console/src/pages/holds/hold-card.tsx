import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Status } from '../../parts/status.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { useMay } from '../../session/session.tsx';
import { type Hold, useDecision } from './use-holds.ts';
import { HOLDS_WORDS } from './words.ts';

const TONES = { held: 'error', refused: 'alert', released: 'ok', lifted: undefined } as const;

/** What was held, why, and what was decided. */
export function HoldCard({ hold }: { readonly hold: Hold }) {
  const words = useWords(HOLDS_WORDS);
  const format = useFormat();
  const isOperator = useMay('operator');
  const { kind, status, at, exchange, reference, count, limit, catalogue, decidedAt, decidedBy, until } =
    hold;
  const tone = TONES[status];
  return (
    <Card
      title={words.kinds[kind](format.number(count), format.number(catalogue))}
      lead={format.instant(at)}
      actions={<Status {...(tone && { tone })}>{words.statuses[status]}</Status>}
    >
      <Stack gap="sm">
        <Text size="sm">
          {words.limit(format.number(limit))} {words.from(reference)}{' '}
          {exchange !== undefined && (
            <TextLink to="/exchanges/$id" params={{ id: exchange }}>
              {words.seeExchange}
            </TextLink>
          )}
        </Text>
        {status === 'released' && until !== undefined && (
          <Text size="sm">{words.until(format.instant(until))}</Text>
        )}
        {decidedBy !== undefined && decidedAt !== undefined && (
          <Text size="xs" c="dimmed">
            {words.decided(decidedBy, format.instant(decidedAt))}
          </Text>
        )}
        {isOperator && (status === 'held' || status === 'refused') && <Decisions hold={hold} />}
      </Stack>
    </Card>
  );
}

function Decisions({ hold: { id, status } }: { readonly hold: Hold }) {
  const words = useWords(HOLDS_WORDS);
  const decision = useDecision();
  const [isOpen, dialog] = useDisclosure();
  const decide = (decided: 'released' | 'refused' | 'lifted') =>
    decision.mutate(
      { id, status: decided },
      {
        onSuccess: () => {
          dialog.close();
          notifications.show({ message: words.done });
        },
      },
    );
  return (
    <Stack gap="sm">
      {decision.error && !isOpen && <ProblemNote error={decision.error} />}
      <Group gap="sm">
        <Button size="sm" onClick={dialog.open}>
          {words.release}
        </Button>
        {status === 'held' && (
          <Button size="sm" variant="default" onClick={() => decide('refused')}>
            {words.refuse}
          </Button>
        )}
        <Button size="sm" variant="default" title={words.liftHint} onClick={() => decide('lifted')}>
          {words.lift}
        </Button>
      </Group>
      <Confirm
        isOpen={isOpen}
        title={words.releaseTitle}
        action={words.release}
        isPending={decision.isPending}
        error={decision.error}
        onClose={dialog.close}
        onConfirm={() => decide('released')}
      >
        {words.releaseLead}
      </Confirm>
    </Stack>
  );
}
