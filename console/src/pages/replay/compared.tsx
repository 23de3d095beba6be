import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/note.tsx';
import { Payload } from '../../parts/payload.tsx';
import { OutcomeStatus } from '../../parts/status.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { toneOf } from '../../parts/tone.ts';
import { EffectOnRecords } from '../exchange/effect.tsx';
import type { Replayed } from './use-replay.ts';
import { REPLAY_WORDS } from './words.ts';

interface ComparedProps {
  readonly replayed: Omit<Replayed, 'kind'>;
  /** The request was edited since. */
  readonly isOutdated?: boolean;
}

/** What came of it then and now, side by side, and what it changed. */
export function Compared({ replayed, isOutdated = false }: ComparedProps) {
  const words = useWords(REPLAY_WORDS);
  const format = useFormat();
  const { before, after, sameReply, sameOutcome, effect, at } = replayed;
  const isReal = after.id !== undefined;
  return (
    <Stack gap="md">
      <Note tone={toneOf(after.outcome)} role="status">
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {isReal ? words.sent : words.tried}{' '}
            {sameOutcome && sameReply ? words.asThen : words.otherThanThen}
          </Text>
          {isOutdated && <Text size="sm">{words.outdated}</Text>}
          {after.id !== undefined && (
            <Text size="sm">
              <TextLink to="/exchanges/$id" params={{ id: after.id }}>
                {words.newExchange}
              </TextLink>
            </Text>
          )}
        </Stack>
      </Note>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Side title={words.wasThen(format.second(at))} end={before} reply={words.replyThen} />
        <Side title={isReal ? words.now : words.nowOnCopy} end={after} reply={words.replyNow} />
      </SimpleGrid>
      <Card title={isReal ? words.effect : words.effectOnCopy}>
        {effect.length > 0 ? (
          <EffectOnRecords effect={effect} />
        ) : (
          <Text size="sm">{isReal ? words.noEffectReal : words.noEffect}</Text>
        )}
      </Card>
    </Stack>
  );
}

interface SideProps {
  readonly title: string;
  readonly end: Replayed['before'];
  readonly reply: string;
}

function Side({ title, end: { outcome, problem, warnings, reply }, reply: label }: SideProps) {
  const words = useWords(REPLAY_WORDS);
  const remarks = problem ? [problem, ...warnings] : warnings;
  return (
    <Stack gap="md" miw={0}>
      <Card title={title} actions={<OutcomeStatus outcome={outcome} />}>
        {remarks.length === 0 && <Text size="sm">{words.noRemark}</Text>}
        {remarks.map(({ reason, detail, record, field }) => (
          <Text key={`${reason} ${record} ${field} ${detail}`} size="sm">
            {detail}
          </Text>
        ))}
      </Card>
      {reply === undefined ? (
        <Card title={label}>
          <Text size="sm" c="dimmed">
            {words.replyGone}
          </Text>
        </Card>
      ) : (
        <Payload label={label} text={reply} />
      )}
    </Stack>
  );
}
