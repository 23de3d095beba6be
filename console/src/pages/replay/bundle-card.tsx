import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useWays } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useShop } from '../../session/session.tsx';
import type { Chosen } from '../replays/chosen.ts';
import { REPLAY_WORDS } from './words.ts';

/** Exchanges as a zip, for who helps. */
export function BundleCard({ chosen }: { readonly chosen: Chosen }) {
  const words = useWords(REPLAY_WORDS);
  const { api } = useWays();
  const { name } = useShop();
  const [personalData, setPersonalData] = useState(false);
  const bundle = useMutation({
    mutationFn: () => api.post('/bundles', { body: { ...chosen, personalData } }),
    onSuccess: (zip) => save(zip, `passerelle-${name}-${stamp(new Date())}.zip`),
  });
  return (
    <Card title={words.bundle} lead={words.bundleLead}>
      <Stack gap="md">
        <Switch
          checked={personalData}
          onChange={(event) => setPersonalData(event.currentTarget.checked)}
          label={words.personal}
          description={personalData ? words.personalKept : words.personalHidden}
        />
        {bundle.error && <ProblemNote error={bundle.error} />}
        <Group gap="sm">
          <Button variant="default" loading={bundle.isPending} onClick={() => bundle.mutate()}>
            {words.download}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {bundle.isSuccess ? words.downloaded : ''}
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}

/** `20261128-093000` */
const stamp = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

const LINK_MS = 60_000;

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser may not have begun yet.
  setTimeout(() => URL.revokeObjectURL(link.href), LINK_MS);
}
