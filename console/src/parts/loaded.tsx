import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.tsx';
import { ProblemNote } from './problem-note.tsx';
import { PARTS_WORDS } from './words.ts';

interface LoadedProps<Content> {
  readonly query: {
    readonly data: Content | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly height?: number;
  readonly children: (content: Content) => ReactNode;
}

/** What was read, once it is there; why not, where it could not be read. */
export function Loaded<Content>({ query, height = 120, children }: LoadedProps<Content>) {
  const words = useWords(PARTS_WORDS);
  const { data, error, refetch } = query;
  if (data === undefined && !error) {
    return <Skeleton h={height} radius="md" role="status" aria-label={words.loading} />;
  }
  return (
    <Stack gap="sm">
      {error && <ProblemNote error={error} onRetry={refetch} />}
      {data !== undefined && children(data)}
    </Stack>
  );
}
