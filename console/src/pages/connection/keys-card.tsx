import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { SecretShown } from './secret-shown.tsx';
import { SecretTable } from './secret-table.tsx';
import type { Key } from './types.ts';
import { useSecrets } from './use-secrets.ts';
import { CONNECTION_WORDS } from './words.ts';

/** The keys of the connector, and how one is changed without a pause. */
export function KeysCard() {
  const words = useWords(CONNECTION_WORDS);
  const { list, make, revoke } = useSecrets<Key>('/keys');
  const [label, setLabel] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ label: label.trim() }, { onSuccess: () => setLabel('') });
  };
  const made = make.data?.key;
  return (
    <Card title={words.keys} lead={words.keysLead} isFlush>
      <Stack gap="sm" px="lg" py="sm">
        <form onSubmit={submit}>
          <Group gap="sm">
            <TextInput
              aria-label={words.label}
              placeholder={words.labelHint}
              maxLength={200}
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={make.isPending}>
              {words.addKey}
            </Button>
          </Group>
        </form>
        {make.error && <ProblemNote error={make.error} />}
        {made !== undefined && <SecretShown secret={made} onDone={make.reset} />}
      </Stack>
      <Loaded query={list}>
        {(keys) =>
          keys.length === 0 ? (
            <Text size="sm" c="dimmed" px="lg" pb="md">
              {words.noKeys}
            </Text>
          ) : (
            <SecretTable
              label={words.keys}
              secrets={keys}
              more={[]}
              nameOf={({ label: own, isConfigured }) =>
                isConfigured ? words.configured : own || words.noLabel
              }
              revoke={revoke}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
