import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWays } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { editablePayload } from '../../parts/markup.ts';
import { Note } from '../../parts/note.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { Exchange } from '../exchange/exchange-page.tsx';
import { Compared } from './compared.tsx';
import { ConfirmReal } from './confirm-real.tsx';
import classes from './editor.module.css';
import { useReplay } from './use-replay.ts';
import { REPLAY_WORDS } from './words.ts';

const FEWEST_ROWS = 6;
const MOST_ROWS = 24;

/** The request, to be corrected, tried and sent; then what came of it. */
export function EditorCard({ exchange }: { readonly exchange: Exchange }) {
  const words = useWords(REPLAY_WORDS);
  const editor = useEditor(exchange);
  const trial = useTrial(exchange.id, editor.request);
  const real = useReal(exchange.id, editor.request);
  const [isAsking, dialog] = useDisclosure();
  /** What is shown is what was done last. */
  const tryIt = () => {
    real.reset();
    trial.start();
  };
  const isBusy = trial.state.isRunning || real.isPending;
  return (
    <>
      <Card title={words.request} lead={words.requestLead}>
        <Stack gap="md">
          {editor.note && <Note tone="alert">{words[editor.note]}</Note>}
          <Textarea
            label={words.editor}
            description={words.editorHint}
            value={editor.text}
            onChange={(event) => editor.setText(event.currentTarget.value)}
            autosize
            minRows={FEWEST_ROWS}
            maxRows={MOST_ROWS}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            classNames={{ input: classes.input ?? '' }}
          />
          <Group gap="sm">
            {trial.state.isRunning ? (
              <Button variant="default" onClick={trial.stop}>
                {words.stop}
              </Button>
            ) : (
              <Button onClick={tryIt} disabled={isBusy || !editor.canSend}>
                {words.tryIt}
              </Button>
            )}
            <Button variant="default" onClick={dialog.open} disabled={isBusy || !editor.canSend}>
              {words.sendIt}
            </Button>
            {editor.isEdited && (
              <Button variant="subtle" onClick={editor.restore} disabled={isBusy}>
                {words.restore}
              </Button>
            )}
          </Group>
          <div role="status">
            {trial.state.isRunning && (
              <Text size="sm" c="dimmed">
                {trial.state.isCopied ? words.replaying : words.copying}
              </Text>
            )}
          </div>
          {trial.state.error && <ProblemNote error={trial.state.error} />}
          {trial.state.left.map(({ problem: { detail } }) => (
            <Note key={detail} tone="error" role="alert">
              {detail}
            </Note>
          ))}
        </Stack>
      </Card>
      {real.data ? (
        <Compared replayed={real.data} />
      ) : (
        trial.replayed && <Compared replayed={trial.replayed} isOutdated={trial.isOutdated} />
      )}
      <ConfirmReal
        exchange={exchange}
        isOpen={isAsking}
        {...(trial.replayed && !trial.isOutdated && { tried: trial.replayed })}
        isPending={real.isPending}
        error={real.error}
        onClose={dialog.close}
        onConfirm={() => real.mutate(undefined, { onSuccess: dialog.close })}
      />
    </>
  );
}

/** What is in the editor; `request` is undefined where it is as it came, which is then sent as it came. */
function useEditor({ request = '', isRequestCut, recorded }: Exchange) {
  const original = editablePayload(request);
  const [text, setText] = useState(original);
  const isEdited = text !== original;
  const gone = recorded === 'outcomes' ? ('neverKept' as const) : ('notKept' as const);
  const note = request === '' ? gone : isRequestCut ? ('cut' as const) : undefined;
  return {
    text,
    setText,
    isEdited,
    note,
    restore: () => setText(original),
    request: isEdited ? text : undefined,
    canSend: text.trim() !== '' && (isEdited || note === undefined),
  };
}

const bodyOf = (request: string | undefined) => ({ ...(request !== undefined && { request }) });

/** On a copy, and whether what came of it is of the request that is in the editor now. */
function useTrial(id: string, request: string | undefined) {
  const { state, start, stop } = useReplay();
  const [tried, setTried] = useState<string>();
  return {
    state,
    stop,
    replayed: state.replayed[0],
    isOutdated: tried !== request,
    start: () => {
      setTried(request);
      void start(({ api }, signal) =>
        api.post('/exchanges/{id}/replay', { params: { id }, body: bodyOf(request), signal }),
      );
    },
  };
}

function useReal(id: string, request: string | undefined) {
  const { api } = useWays();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/exchanges/{id}/replay-for-real', { params: { id }, body: bodyOf(request) }),
    // Products, orders, the journal: whatever it was about.
    onSuccess: () => queries.invalidateQueries(),
  });
}
