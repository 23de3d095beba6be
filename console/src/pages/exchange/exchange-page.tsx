import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead, type Ways } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Card } from '../../parts/card.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Payload } from '../../parts/payload.tsx';
import { OutcomeStatus } from '../../parts/status.tsx';
import { RESOURCE_WORDS } from '../exchanges/resources.ts';
import { useMayReplay } from '../replay/may-replay.ts';
import { Effect } from './effect.tsx';
import { ExchangeFacts } from './exchange-facts.tsx';
import { Explanation } from './explanation.tsx';
import { Timings } from './timings.tsx';
import { Transformed } from './transformed.tsx';
import { EXCHANGE_WORDS } from './words.ts';

export type Exchange = Awaited<ReturnType<typeof readExchange>>;

export const readExchange = ({ api }: Ways, id: string, signal: AbortSignal) =>
  api.get('/exchanges/{id}', { params: { id }, signal });

export function ExchangePage() {
  const { id } = useParams({ from: '/exchanges/$id' });
  const words = useWords(EXCHANGE_WORDS);
  const resources: Readonly<Record<string, string>> = useWords(RESOURCE_WORDS);
  const query = useRead(['exchange', id], (ways, signal) => readExchange(ways, id, signal));
  const { data } = query;
  const mayReplay = useMayReplay();
  const name = data && (resources[data.resource] ?? data.resource);
  return (
    <Page
      title={data ? [name, data.reference].filter(Boolean).join(' · ') : id}
      badge={data && <OutcomeStatus outcome={data.outcome} />}
      actions={
        data &&
        mayReplay && (
          <LinkButton to="/exchanges/$id/replay" params={{ id }}>
            {words.replay}
          </LinkButton>
        )
      }
      above={<BackLink to="/exchanges">{words.back}</BackLink>}
    >
      <Loaded query={query} height={400}>
        {(exchange) => <Recorded exchange={exchange} />}
      </Loaded>
    </Page>
  );
}

function Recorded({ exchange }: { readonly exchange: Exchange }) {
  const words = useWords(EXCHANGE_WORDS);
  const { timings, durationMs, request, reply, recorded } = exchange;
  const missing = recorded === undefined ? words.gone : words.notRecorded;
  return (
    <Stack gap="md">
      <Explanation exchange={exchange} />
      <Effect exchange={exchange} />
      <Transformed exchange={exchange} />
      <SimpleGrid cols={{ base: 1, md: timings ? 2 : 1 }} spacing="md">
        <ExchangeFacts exchange={exchange} />
        {timings && <Timings timings={timings} durationMs={durationMs} />}
      </SimpleGrid>
      <Kept label={words.request} text={request} missing={missing} />
      <Kept label={words.reply} text={reply} missing={missing} />
    </Stack>
  );
}

interface KeptProps {
  readonly label: string;
  readonly text: string | undefined;
  /** Why there is none. */
  readonly missing: string;
}

function Kept({ label, text, missing }: KeptProps) {
  if (text !== undefined) return <Payload label={label} text={text} />;
  return (
    <Card title={label}>
      <Text size="sm" c="dimmed">
        {missing}
      </Text>
    </Card>
  );
}
