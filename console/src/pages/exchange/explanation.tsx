import { Stack, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Note } from '../../parts/note.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { toneOf } from '../../parts/tone.ts';
import { useMay } from '../../session/session.tsx';
import { HOLDS_WORDS } from '../holds/words.ts';
import { adviceFor } from './advice.ts';
import type { Exchange } from './exchange-page.tsx';
import { EXCHANGE_WORDS } from './words.ts';

/** The exchange in words: what came of it, why, and what to do. */
export function Explanation({ exchange }: { readonly exchange: Exchange }) {
  const words = useWords(EXCHANGE_WORDS);
  const format = useFormat();
  const { outcome, problem, warnings, effect, records } = exchange;
  const advice = adviceFor(outcome, problem?.reason);
  const remarks = problem ? [problem, ...warnings] : warnings;
  return (
    <Note tone={toneOf(outcome)}>
      <Stack gap={6}>
        <Text size="sm" fw={600}>
          {words.sentences[outcome]} {effect.length > 0 && words.changed(effect.length)}{' '}
          {records !== undefined && `(${words.records(format.number(records))})`}
        </Text>
        {remarks.map(({ reason, detail, record, field }) => (
          <Text key={`${reason} ${record} ${field} ${detail}`} size="sm">
            {detail}
          </Text>
        ))}
        {advice && (
          <Text size="sm">
            <b>{words.fix}</b> – {advice === 'held' ? <HeldAdvice /> : words.advice[advice]}
          </Text>
        )}
      </Stack>
    </Note>
  );
}

/** The record is right, maybe: somebody of the shop decides. */
function HeldAdvice() {
  const words = useWords(EXCHANGE_WORDS).held;
  const { title } = useWords(HOLDS_WORDS);
  const way = (
    <>
      {words.decide} <TextLink to="/holds">{title}</TextLink>.
    </>
  );
  return (
    <>
      {useMay('operator') ? way : words.ask} {words.after}
    </>
  );
}
