import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { SecretShown } from './secret-shown.tsx';
import { SecretTable } from './secret-table.tsx';
import { SCOPES, type Token } from './types.ts';
import { useSecrets } from './use-secrets.ts';
import { CONNECTION_WORDS } from './words.ts';

export function TokensCard() {
  const words = useWords(CONNECTION_WORDS);
  const format = useFormat();
  const { list, make, revoke } = useSecrets<Token>('/tokens');
  const made = make.data?.token;
  const more: readonly Column<Token>[] = [
    { id: 'scopes', title: words.scopes, cell: ({ scopes }) => scopes.join(', ') },
    {
      id: 'used',
      title: words.lastUsed,
      isMinor: true,
      cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? words.never : format.moment(lastUsedAt)),
    },
  ];
  return (
    <Card title={words.tokens} lead={words.tokensLead} isFlush>
      <Stack gap="sm" px="lg" py="sm">
        <TokenForm isPending={make.isPending} onMake={make.mutate} />
        {make.error && <ProblemNote error={make.error} />}
        {made !== undefined && <SecretShown secret={made} onDone={make.reset} />}
      </Stack>
      <Loaded query={list}>
        {(tokens) =>
          tokens.length === 0 ? (
            <Text size="sm" c="dimmed" px="lg" pb="md">
              {words.noTokens}
            </Text>
          ) : (
            <SecretTable
              label={words.tokens}
              secrets={tokens}
              more={more}
              nameOf={({ label }) => label || words.noLabel}
              revoke={revoke}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

interface TokenFormProps {
  readonly isPending: boolean;
  readonly onMake: (asked: { label: string; scopes: readonly string[] }) => void;
}

function TokenForm({ isPending, onMake }: TokenFormProps) {
  const words = useWords(CONNECTION_WORDS);
  const [label, setLabel] = useState('');
  const [scopes, setScopes] = useState<string[]>(['read', 'orders']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMake({ label: label.trim(), scopes });
    setLabel('');
  };
  return (
    <form onSubmit={submit}>
      <Group gap="md">
        <TextInput
          aria-label={words.label}
          placeholder={words.labelHint}
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Checkbox.Group value={scopes} onChange={setScopes} aria-label={words.scopes}>
          <Group gap="sm">
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={scope} size="sm" />
            ))}
          </Group>
        </Checkbox.Group>
        <Button type="submit" variant="default" loading={isPending} disabled={scopes.length === 0}>
          {words.addToken}
        </Button>
      </Group>
    </form>
  );
}
