import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useWebhook } from '../webhooks/use-webhooks.ts';
import { WebhookStatus } from '../webhooks/webhook-status.tsx';
import { WEBHOOKS_WORDS } from '../webhooks/words.ts';
import { DeliveriesCard } from './deliveries-card.tsx';
import { SettingsCard } from './settings-card.tsx';

/** One address that is told of changes: how it is set, and what came of its messages. */
export function WebhookPage() {
  const words = useWords(WEBHOOKS_WORDS);
  const { id } = useParams({ from: '/webhooks/$id' });
  const query = useWebhook(id);
  const { data } = query;
  return (
    <Page
      title={data?.label || data?.url || id}
      badge={data && <WebhookStatus webhook={data} />}
      above={<BackLink to="/webhooks">{words.back}</BackLink>}
    >
      <Loaded query={query} height={300}>
        {(webhook) => (
          <Stack gap="md">
            <SettingsCard webhook={webhook} />
            <DeliveriesCard webhook={webhook} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
