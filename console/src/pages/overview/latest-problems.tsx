import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkList } from '../../parts/link-list.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { RESOURCE_WORDS } from '../exchanges/resources.ts';
import { useLatestProblems } from './use-overview.ts';
import { OVERVIEW_WORDS } from './words.ts';

export function LatestProblems() {
  const words = useWords(OVERVIEW_WORDS);
  const resources: Readonly<Record<string, string>> = useWords(RESOURCE_WORDS);
  const format = useFormat();
  const problems = useLatestProblems();
  return (
    <Card
      title={words.latest}
      isFlush
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/exchanges" search={{ tone: 'error' }} {...props} />}
        >
          {words.all}
        </Anchor>
      }
    >
      <Loaded query={problems}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="check" title={words.latestNone}>
              {words.latestNoneLead}
            </EmptyState>
          ) : (
            <LinkList
              entries={items.map(({ id, at, resource, reference, problem }) => ({
                key: id,
                link: { to: '/exchanges/$id', params: { id } },
                title: [resources[resource] ?? resource, reference].filter(Boolean).join(' · '),
                side: format.ago(at),
                text: problem?.detail,
              }))}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
