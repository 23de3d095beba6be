import { Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Note } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { BundleCard } from '../replay/bundle-card.tsx';
import { useMayReplay } from '../replay/may-replay.ts';
import { REPLAY_WORDS } from '../replay/words.ts';
import { chosenFrom } from './chosen.ts';
import { CopyCard } from './copy-card.tsx';

/** Several exchanges, or a whole run: on a copy, or as a zip. */
export function ReplaysPage() {
  const words = useWords(REPLAY_WORDS);
  const parts = useWords(PARTS_WORDS);
  const search = useSearch({ from: '/replays' });
  const chosen = chosenFrom(search);
  const mayReplay = useMayReplay();
  const count = chosen && 'exchanges' in chosen ? chosen.exchanges.length : undefined;
  return (
    <Page
      title={count === undefined ? words.runTitle : words.severalTitle(count)}
      lead={words.severalLead}
      above={
        <BackLink to="/exchanges" search={search.run === undefined ? {} : { run: search.run }}>
          {words.backToList}
        </BackLink>
      }
    >
      {!mayReplay && <Note tone="error">{parts.forbidden}</Note>}
      {mayReplay && !chosen && (
        <EmptyState icon="exchanges" title={words.noneTitle}>
          {words.noneLead}
        </EmptyState>
      )}
      {mayReplay && chosen && (
        <Stack gap="md">
          <CopyCard chosen={chosen} />
          <BundleCard chosen={chosen} />
        </Stack>
      )}
    </Page>
  );
}
