import { Button, Group, Progress, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Note } from '../../parts/note.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type ReplayState, useReplay } from '../replay/use-replay.ts';
import { REPLAY_WORDS } from '../replay/words.ts';
import type { Chosen } from './chosen.ts';
import { useResultColumns } from './columns.tsx';

/** All of them on one copy of the shop, with how far it is, and what would be otherwise. */
export function CopyCard({ chosen }: { readonly chosen: Chosen }) {
  const words = useWords(REPLAY_WORDS);
  const { state, start, stop } = useReplay();
  return (
    <Card title={words.onCopy} lead={words.onCopyLead}>
      <Stack gap="md">
        <Group gap="sm">
          {state.isRunning ? (
            <Button variant="default" onClick={stop}>
              {words.stop}
            </Button>
          ) : (
            <Button
              onClick={() =>
                start(({ api }, signal) => api.post('/replays', { body: { ...chosen }, signal }))
              }
            >
              {words.tryAll}
            </Button>
          )}
        </Group>
        <HowFar state={state} />
        {state.error && <ProblemNote error={state.error} />}
        <Results state={state} />
      </Stack>
    </Card>
  );
}

function HowFar({ state: { isRunning, isCopied, total = 0, replayed, left, end } }: StateProps) {
  const words = useWords(REPLAY_WORDS);
  const done = replayed.length + left.length;
  return (
    <Stack gap={6}>
      {isRunning && <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={words.onCopy} />}
      <Text size="sm" role="status">
        {isRunning && (isCopied ? words.progress(done, total) : words.copying)}
        {!isRunning && !end && done > 0 && words.stopped(done, total)}
        {end && done < total && words.stopped(done, total)}
      </Text>
      {end && (
        <Note tone={end.different + end.effective + end.left > 0 ? 'alert' : 'ok'} role="status">
          {words.counts(end)}
        </Note>
      )}
    </Stack>
  );
}

interface StateProps {
  readonly state: ReplayState;
}

const MOST_ROWS = 200;

function Results({ state: { replayed, left } }: StateProps) {
  const words = useWords(REPLAY_WORDS);
  const columns = useResultColumns();
  const [isWhole, setWhole] = useState(false);
  const done = [...left, ...replayed];
  const shown = done.filter(
    (line) =>
      isWhole || line.kind === 'left' || !line.sameReply || !line.sameOutcome || line.effect.length > 0,
  );
  if (done.length === 0) return null;
  return (
    <Stack gap="sm">
      <Switch
        label={words.showAll}
        checked={isWhole}
        onChange={(event) => setWhole(event.currentTarget.checked)}
      />
      {shown.length > 0 && (
        <DataTable
          label={words.onCopy}
          columns={columns}
          rows={shown.slice(0, MOST_ROWS)}
          keyOf={({ exchange }) => exchange}
        />
      )}
      {shown.length > MOST_ROWS && (
        <Text size="sm" c="dimmed">
          {words.more(shown.length - MOST_ROWS)}
        </Text>
      )}
    </Stack>
  );
}
