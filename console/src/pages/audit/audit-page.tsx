import { Text } from '@mantine/core';
import { usePages, type Ways } from '../../api/api.tsx';
import { callConsole } from '../../api/console-call.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { Status } from '../../parts/status.tsx';
import { ATTEMPT_WORDS } from './attempts.ts';
import { REASON_WORDS } from './reasons.ts';
import { deedOf, type Words } from './told.ts';
import { AUDIT_WORDS } from './words.ts';

interface Action {
  readonly id: number;
  readonly at: string;
  readonly user: string;
  readonly remoteAddress: string;
  readonly action: string;
  readonly shop?: string;
  readonly subject?: string;
  readonly outcome?: 'done' | 'refused' | 'failed';
  readonly reason?: string;
}

async function readActions({ send }: Ways, { cursor }: { readonly cursor?: string }) {
  const { items, next } = await callConsole<{ items: readonly Action[]; next?: number }>(
    send,
    'GET',
    cursor === undefined ? '/audit' : `/audit?after=${encodeURIComponent(cursor)}`,
  );
  return { items, ...(next !== undefined && { next: String(next) }) };
}

export function AuditPage() {
  const words = useWords(AUDIT_WORDS);
  const pages = usePages(['audit'], readActions);
  return (
    <Page title={words.title} lead={words.lead}>
      <Card isFlush>
        <RecordList
          label={words.title}
          pages={pages}
          columns={useActionColumns()}
          keyOf={({ id }) => String(id)}
          empty={
            <EmptyState icon="audit" title={words.emptyTitle}>
              {words.emptyLead}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

const TONES = { done: 'ok', refused: 'error', failed: 'error', unknown: 'alert' } as const;

function useActionColumns(): readonly Column<Action>[] {
  const words = useWords(AUDIT_WORDS);
  const done: Words = words.actions;
  const attempts: Words = useWords(ATTEMPT_WORDS);
  const reasons: Words = useWords(REASON_WORDS);
  const format = useFormat();
  return [
    {
      id: 'action',
      title: words.action,
      isWide: true,
      cell: ({ action, subject, user, reason, outcome }) => (
        <>
          <Text size="sm">
            <b>{user}</b> · {deedOf({ action, outcome }, done, attempts)}
            {subject !== undefined && (
              <Text span inherit c="dimmed">
                {' '}
                {subject}
              </Text>
            )}
          </Text>
          {reason !== undefined && (
            <Text size="xs" c="dimmed">
              {reasons[reason] ?? reason}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'outcome',
      title: words.outcome,
      cell: ({ outcome }) => (
        <Status tone={TONES[outcome ?? 'unknown']}>{words.outcomes[outcome ?? 'unknown']}</Status>
      ),
    },
    { id: 'at', title: words.at, cell: ({ at }) => format.second(at) },
    { id: 'shop', title: words.shop, isMinor: true, cell: ({ shop }) => shop ?? '–' },
    { id: 'from', title: words.from, isMinor: true, cell: ({ remoteAddress }) => remoteAddress },
  ];
}
