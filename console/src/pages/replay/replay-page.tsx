import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Note } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { type Exchange, readExchange } from '../exchange/exchange-page.tsx';
import { Explanation } from '../exchange/explanation.tsx';
import { RESOURCE_WORDS } from '../exchanges/resources.ts';
import { BundleCard } from './bundle-card.tsx';
import { EditorCard } from './editor-card.tsx';
import { useMayReplay } from './may-replay.ts';
import { REPLAY_WORDS } from './words.ts';

/** One exchange once more: as it was or corrected, on a copy or for real. */
export function ReplayPage() {
  const { id } = useParams({ from: '/exchanges/$id/replay' });
  const words = useWords(REPLAY_WORDS);
  const parts = useWords(PARTS_WORDS);
  const resources: Readonly<Record<string, string>> = useWords(RESOURCE_WORDS);
  const mayReplay = useMayReplay();
  const query = useRead(['exchange', id], (ways, signal) => readExchange(ways, id, signal));
  const { data } = query;
  const name =
    data && [resources[data.resource] ?? data.resource, data.reference].filter(Boolean).join(' · ');
  return (
    <Page
      title={words.titleOf(name ?? id)}
      lead={words.lead}
      above={
        <BackLink to="/exchanges/$id" params={{ id }}>
          {words.back}
        </BackLink>
      }
    >
      {mayReplay ? (
        <Loaded query={query} height={400}>
          {(exchange) => <Replayable key={id} exchange={exchange} />}
        </Loaded>
      ) : (
        <Note tone="error">{parts.forbidden}</Note>
      )}
    </Page>
  );
}

const Replayable = ({ exchange }: { readonly exchange: Exchange }) => (
  <Stack gap="md">
    <Explanation exchange={exchange} />
    <EditorCard exchange={exchange} />
    <BundleCard chosen={{ exchanges: [exchange.id] }} />
  </Stack>
);
