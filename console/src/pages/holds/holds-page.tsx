import { Stack } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { HoldCard } from './hold-card.tsx';
import { useHolds } from './use-holds.ts';
import { HOLDS_WORDS } from './words.ts';

export function HoldsPage() {
  const words = useWords(HOLDS_WORDS);
  const holds = useHolds();
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={holds}>
        {(items) =>
          items.length === 0 ? (
            <Card>
              <EmptyState icon="check" title={words.emptyTitle}>
                {words.emptyLead}
              </EmptyState>
            </Card>
          ) : (
            <Stack gap="md">
              {items.map((hold) => (
                <HoldCard key={hold.id} hold={hold} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
