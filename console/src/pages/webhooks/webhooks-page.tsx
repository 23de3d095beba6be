import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, DataTable, ROW_LINK } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../session/session.tsx';
import { SecretShown } from '../connection/secret-shown.tsx';
import { useKindWords } from './kinds.ts';
import { useWebhooks, type Webhook } from './use-webhooks.ts';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookStatus } from './webhook-status.tsx';
import { WEBHOOKS_WORDS } from './words.ts';

/** The addresses that are told of changes. */
export function WebhooksPage() {
  const words = useWords(WEBHOOKS_WORDS);
  const isAdmin = useMay('admin');
  const query = useWebhooks();
  const columns = useWebhookColumns();
  const [isAdding, adding] = useDisclosure();
  const [secret, setSecret] = useState<string>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      {...(isAdmin && { actions: <Button onClick={adding.open}>{words.add}</Button> })}
    >
      {secret !== undefined && <SecretShown secret={secret} onDone={() => setSecret(undefined)} />}
      <Card isFlush>
        <Loaded query={query}>
          {(webhooks) =>
            webhooks.length > 0 ? (
              <DataTable label={words.title} columns={columns} rows={webhooks} keyOf={({ id }) => id} />
            ) : (
              <EmptyState icon="webhooks" title={words.emptyTitle}>
                <Stack gap={4}>
                  <Text inherit>{words.emptyLead}</Text>
                  <Text inherit>{isAdmin ? words.emptyNext : words.emptyAsk}</Text>
                </Stack>
              </EmptyState>
            )
          }
        </Loaded>
      </Card>
      {isAdding && <WebhookDialog onClose={adding.close} onMade={setSecret} />}
    </Page>
  );
}

function useWebhookColumns(): readonly Column<Webhook>[] {
  const words = useWords(WEBHOOKS_WORDS);
  const kindOf = useKindWords();
  const format = useFormat();
  return [
    {
      id: 'webhook',
      title: words.webhook,
      isWide: true,
      cell: ({ id, label, url }) => (
        <>
          <Link to="/webhooks/$id" params={{ id }} className={ROW_LINK}>
            {label || url}
          </Link>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {label && url}
          </Text>
        </>
      ),
    },
    {
      id: 'kinds',
      title: words.kinds,
      isMinor: true,
      cell: ({ kinds }) => (kinds.length === 0 ? words.allKinds : kinds.map(kindOf).join(', ')),
    },
    { id: 'state', title: words.state, cell: (webhook) => <WebhookStatus webhook={webhook} /> },
    {
      id: 'waiting',
      title: words.waiting,
      isNumber: true,
      isMinor: true,
      cell: ({ waiting }) => format.number(waiting),
    },
  ];
}
