import { List, Text } from '@mantine/core';
import { usePages, type Ways } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { PRICES_WORDS } from './words.ts';

type Conflict = Awaited<ReturnType<typeof readConflicts>>['items'][number];

const readConflicts = ({ api }: Ways, cursor: { cursor?: string }, signal: AbortSignal) =>
  api.get('/prices/conflicts', { query: cursor, signal });

/** Where the price lists leave two answers. */
export function Conflicts() {
  const words = useWords(PRICES_WORDS);
  const pages = usePages(['conflicts'], readConflicts);
  const columns: readonly Column<Conflict>[] = [
    { id: 'rules', title: words.rules, isWide: true, cell: (conflict) => <Rules conflict={conflict} /> },
  ];
  return (
    <Card isFlush>
      <Text size="sm" c="dimmed" px="lg" pt="md">
        {words.conflictsLead}
      </Text>
      <RecordList
        label={words.conflictsTab}
        pages={pages}
        columns={columns}
        keyOf={({ reference, sentence }) => `${reference} ${sentence}`}
        empty={
          <EmptyState icon="check" title={words.noConflicts}>
            {words.noConflictsLead}
          </EmptyState>
        }
      />
    </Card>
  );
}

const Rules = ({ conflict: { reference, sentence, rules } }: { readonly conflict: Conflict }) => (
  <>
    <Text component="div" size="sm" fw={550}>
      <TextLink to="/catalogue/$reference" params={{ reference }}>
        {sentence}
      </TextLink>
    </Text>
    <List size="sm" spacing={2} mt={4}>
      {rules.map((rule) => (
        <List.Item key={rule.sentence}>{rule.sentence}</List.Item>
      ))}
    </List>
  </>
);
