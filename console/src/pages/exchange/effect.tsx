import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Status } from '../../parts/status.tsx';
import { ChangedFields } from './changed-fields.tsx';
import type { Exchange } from './exchange-page.tsx';
import { EXCHANGE_WORDS } from './words.ts';

type RecordEffect = Exchange['effect'][number];

const FIRST_RECORDS = 10;

/** What it did to the shop, field by field. */
export function Effect({ exchange: { effect } }: { readonly exchange: Pick<Exchange, 'effect'> }) {
  const words = useWords(EXCHANGE_WORDS);
  // The explanation says it already.
  if (effect.length === 0) return null;
  return (
    <Card title={words.effect}>
      <EffectOnRecords effect={effect} />
    </Card>
  );
}

export function EffectOnRecords({ effect }: Pick<Exchange, 'effect'>) {
  const words = useWords(EXCHANGE_WORDS);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? effect : effect.slice(0, FIRST_RECORDS);
  return (
    <Stack gap="lg">
      {shown.map((record) => (
        <EffectOnRecord key={`${record.entity} ${record.key}`} record={record} />
      ))}
      {shown.length < effect.length && (
        <Button variant="subtle" size="sm" onClick={() => setWhole(true)}>
          {words.moreRecords(effect.length - shown.length)}
        </Button>
      )}
    </Stack>
  );
}

const TONES = { created: 'ok', updated: undefined, retired: 'alert' } as const;

function EffectOnRecord({ record: { entity, key, operation, changes } }: { readonly record: RecordEffect }) {
  const words = useWords(EXCHANGE_WORDS);
  const tone = TONES[operation];
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {words.entities[entity]} {key}
        </Text>
        <Status {...(tone && { tone })}>{words.operations[operation]}</Status>
      </Group>
      <ChangedFields
        changes={changes}
        label={`${words.entities[entity]} ${key}`}
        withBefore={operation !== 'created'}
        absent={words.absent}
      />
    </div>
  );
}
