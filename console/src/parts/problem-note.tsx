import { Button, Group, Stack, Text } from '@mantine/core';
import { ApiError } from 'passerelle/client';
import { useWords } from '../i18n/language.tsx';
import { Note } from './note.tsx';
import { PARTS_WORDS } from './words.ts';

interface ProblemNoteProps {
  readonly error: Error;
  readonly onRetry?: () => unknown;
}

const FORBIDDEN = 403;

/** Why something did not work, and what to do, as the server says it. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const words = useWords(PARTS_WORDS);
  const problem = error instanceof ApiError ? error.problem : undefined;
  const isUnreachable = !(error instanceof ApiError);
  const isForbidden = error instanceof ApiError && error.status === FORBIDDEN;
  return (
    <Note tone="error" role="alert">
      <Stack gap={6} align="flex-start">
        <Text fw={600} size="sm">
          {isUnreachable ? words.unreachableTitle : (problem?.detail ?? error.message)}
        </Text>
        {isUnreachable && <Text size="sm">{words.unreachable}</Text>}
        {isForbidden && <Text size="sm">{words.forbidden}</Text>}
        {problem?.errors?.map(({ field, detail }) => (
          <Text key={`${field} ${detail}`} size="sm">
            {field ? `${words.fieldRefused(field)} : ` : ''}
            {detail}
          </Text>
        ))}
        {problem?.requestId && (
          <Text size="xs" c="dimmed">
            {words.reference(problem.requestId)}
          </Text>
        )}
        {onRetry && (
          <Group>
            <Button size="xs" variant="default" onClick={() => onRetry()}>
              {words.retry}
            </Button>
          </Group>
        )}
      </Stack>
    </Note>
  );
}
