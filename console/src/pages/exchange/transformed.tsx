import { Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Status } from '../../parts/status.tsx';
import { ChangedFields } from './changed-fields.tsx';
import { Difference } from './difference.tsx';
import type { Exchange } from './exchange-page.tsx';
import { EXCHANGE_WORDS } from './words.ts';

type Step = NonNullable<Exchange['transformed']>['kept'][number];

const TONES = { changed: undefined, dropped: 'alert', refused: 'error' } as const;

/** What each sheet, field map and hook made of it, in their order. */
export function Transformed({ exchange: { transformed } }: { readonly exchange: Exchange }) {
  const words = useWords(EXCHANGE_WORDS);
  if (!transformed) return null;
  const { count, kept } = transformed;
  return (
    <Card title={words.transformed} lead={words.transformedLead}>
      <Stack gap="lg">
        {kept.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never move
          <TransformedStep key={index} step={step} />
        ))}
        {count > kept.length && (
          <Text size="sm" c="dimmed">
            {words.moreSteps(count - kept.length)}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function TransformedStep({ step }: { readonly step: Step }) {
  const words = useWords(EXCHANGE_WORDS);
  const { name, moment, entity, record, outcome, changes = [], difference = [], said, problem } = step;
  const messages: Readonly<Record<string, string>> = words.messages;
  const entities: Readonly<Record<string, string>> = words.entities;
  const about =
    entity === undefined ? (messages[moment] ?? moment) : [entities[entity] ?? entity, record].join(' ');
  const tone = TONES[outcome];
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {name} · {about}
        </Text>
        <Status {...(tone && { tone })}>{words.verdicts[outcome]}</Status>
      </Group>
      {problem && <Text size="sm">{problem.detail}</Text>}
      {said !== undefined && <Text size="sm">{words.said(said)}</Text>}
      <ChangedFields changes={changes} label={`${name} · ${about}`} withBefore absent={words.unsaid} />
      {difference.length > 0 && <Difference lines={difference} label={`${name} · ${about}`} />}
    </div>
  );
}
