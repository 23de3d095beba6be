import { Button, Center, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { ProblemNote } from './problem-note.tsx';
import { PARTS_WORDS } from './words.ts';

/** What `usePages` gives. */
interface Pages<Row> {
  readonly items: readonly Row[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

interface RecordListProps<Row> {
  readonly label: string;
  readonly pages: Pages<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly isNew?: (row: Row) => boolean;
  /** Where there is nothing: what to do next. */
  readonly empty: ReactNode;
}

/** A list as it is: on its way, refused, empty, or there with more to come. */
export function RecordList<Row>({ label, pages, columns, keyOf, isNew, empty }: RecordListProps<Row>) {
  const words = useWords(PARTS_WORDS);
  const { items, error, isPending, hasNextPage, isFetchingNextPage, refetch, fetchNextPage } = pages;
  if (isPending) return <Waiting label={words.loading} />;
  return (
    <>
      {error && (
        <Stack p="md">
          <ProblemNote error={error} onRetry={refetch} />
        </Stack>
      )}
      {items.length === 0 && !error && empty}
      {items.length > 0 && (
        <DataTable label={label} columns={columns} rows={items} keyOf={keyOf} {...(isNew && { isNew })} />
      )}
      {hasNextPage && (
        <Center p="sm">
          <Group gap="sm">
            <Button variant="subtle" size="sm" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
              {words.more}
            </Button>
            <Text size="xs" c="dimmed">
              {words.shown(items.length)}
            </Text>
          </Group>
        </Center>
      )}
    </>
  );
}

const LINES = [1, 2, 3, 4, 5, 6];

function Waiting({ label }: { readonly label: string }) {
  return (
    <Stack p="lg" gap="md" role="status" aria-label={label}>
      {LINES.map((line) => (
        <Skeleton key={line} h={16} radius="sm" />
      ))}
    </Stack>
  );
}
