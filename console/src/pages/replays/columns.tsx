import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFieldWords } from '../../format/field-words.ts';
import { useWords } from '../../i18n/language.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { OutcomeStatus, Status } from '../../parts/status.tsx';
import { RESOURCE_WORDS } from '../exchanges/resources.ts';
import type { Left, Replayed } from '../replay/use-replay.ts';
import { REPLAY_WORDS } from '../replay/words.ts';

type Result = Left | Replayed;

export function useResultColumns(): readonly Column<Result>[] {
  const words = useWords(REPLAY_WORDS);
  return [
    { id: 'what', title: words.what, isWide: true, cell: (result) => <What result={result} /> },
    { id: 'outcome', title: words.outcome, cell: (result) => <Outcome result={result} /> },
    { id: 'effect', title: words.wouldChange, isMinor: true, cell: (result) => <Changes result={result} /> },
  ];
}

function What({ result }: { readonly result: Result }) {
  const words = useWords(REPLAY_WORDS);
  const resources: Readonly<Record<string, string>> = useWords(RESOURCE_WORDS);
  const { exchange: id } = result;
  const name =
    result.kind === 'left'
      ? id
      : [resources[result.resource] ?? result.resource, result.reference].filter(Boolean).join(' · ');
  const why = result.kind === 'left' ? result.problem : (result.after.problem ?? result.after.warnings[0]);
  return (
    <>
      <Link to="/exchanges/$id/replay" params={{ id }} className={ROW_LINK}>
        {name}
      </Link>
      {why && (
        <Text size="xs" c="dimmed" lineClamp={2} mt={2}>
          {why.detail}
        </Text>
      )}
      {result.kind === 'replayed' && result.sameOutcome && !result.sameReply && (
        <Text size="xs" c="dimmed" mt={2}>
          {words.otherReply}
        </Text>
      )}
    </>
  );
}

function Outcome({ result }: { readonly result: Result }) {
  const words = useWords(REPLAY_WORDS);
  if (result.kind === 'left') return <Status tone="alert">{words.left}</Status>;
  const { before, after, sameOutcome } = result;
  if (sameOutcome && before.outcome === after.outcome) return <OutcomeStatus outcome={after.outcome} />;
  return (
    <Group gap={6}>
      <OutcomeStatus outcome={before.outcome} />
      <span aria-hidden="true">→</span>
      <OutcomeStatus outcome={after.outcome} />
    </Group>
  );
}

const FIRST_CHANGES = 3;

function Changes({ result }: { readonly result: Result }) {
  const words = useWords(REPLAY_WORDS);
  const nameOf = useFieldWords();
  if (result.kind === 'left' || result.effect.length === 0) return words.nothing;
  const changes = result.effect.flatMap(({ key, changes }) =>
    changes.map(({ path }) => `${key} : ${nameOf(path)}`),
  );
  const shown = changes.slice(0, FIRST_CHANGES).join(', ');
  return changes.length > FIRST_CHANGES ? `${shown} …` : shown || words.records(result.effect.length);
}
