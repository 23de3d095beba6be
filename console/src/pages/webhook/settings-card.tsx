import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { useMay } from '../../session/session.tsx';
import { SecretShown } from '../connection/secret-shown.tsx';
import { useKindWords } from '../webhooks/kinds.ts';
import type { Webhook } from '../webhooks/use-webhooks.ts';
import { WEBHOOKS_WORDS } from '../webhooks/words.ts';
import { AdminButtons } from './admin-buttons.tsx';
import { TestButton } from './test-button.tsx';

/** How the webhook is set, and what may be done with it. */
export function SettingsCard({ webhook }: { readonly webhook: Webhook }) {
  const words = useWords(WEBHOOKS_WORDS);
  const format = useFormat();
  const kindOf = useKindWords();
  const isAdmin = useMay('admin');
  const isOperator = useMay('operator');
  const [secret, setSecret] = useState<string>();
  const { id, url, kinds, createdAt, waiting, missed, disabledAt, previousUntil } = webhook;
  return (
    <Card title={words.settings}>
      <Stack gap="md">
        <Facts
          facts={[
            { name: words.url, value: url },
            {
              name: words.kinds,
              value: kinds.length === 0 ? words.allKinds : kinds.map(kindOf).join(', '),
            },
            { name: words.number, value: id },
            { name: words.created, value: format.instant(createdAt) },
            { name: words.waiting, value: format.number(waiting) },
            { name: words.missed, value: missed > 0 && format.number(missed) },
            { name: words.disabledAt, value: disabledAt && format.instant(disabledAt) },
            { name: words.previousUntil, value: previousUntil && format.instant(previousUntil) },
          ]}
        />
        {disabledAt !== undefined && (
          <Text size="sm">{isAdmin ? words.disabledNext : words.disabledAsk}</Text>
        )}
        {secret !== undefined && <SecretShown secret={secret} onDone={() => setSecret(undefined)} />}
        {isOperator && <TestButton id={id} />}
        {isAdmin && <AdminButtons webhook={webhook} onSecret={setSecret} />}
      </Stack>
    </Card>
  );
}
