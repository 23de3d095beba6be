import { Button, Group } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Status } from '../../parts/status.tsx';
import { useWebhookWork } from '../webhooks/use-webhooks.ts';
import { WEBHOOKS_WORDS } from '../webhooks/words.ts';

/** Sends a message that tells of nothing, and says what was answered. */
export function TestButton({ id }: { readonly id: string }) {
  const words = useWords(WEBHOOKS_WORDS);
  const format = useFormat();
  const { test } = useWebhookWork(id);
  const answer = test.data;
  return (
    <>
      {test.error && <ProblemNote error={test.error} />}
      <Group gap="sm">
        <Button size="sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {words.test}
        </Button>
        {answer && (
          <span role="status">
            <Status tone={answer.delivered ? 'ok' : 'error'}>
              {words.answered(
                answer.status === undefined ? (answer.error ?? '') : String(answer.status),
                format.duration(answer.durationMs),
              )}
            </Status>
          </span>
        )}
      </Group>
    </>
  );
}
