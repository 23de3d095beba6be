import { Text } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { callerOf } from './caller.ts';
import type { Change } from './changes-page.tsx';
import { CHANGES_WORDS } from './words.ts';

/** Who changed it, and in which exchange. */
export function ChangeOrigin({ origin: { by, exchange, caller } }: Pick<Change, 'origin'>) {
  const words = useWords(CHANGES_WORDS);
  if (exchange !== undefined) {
    return (
      <TextLink to="/exchanges/$id" params={{ id: exchange }}>
        {words.by[by]}
      </TextLink>
    );
  }
  if (caller === undefined) return words.by[by];
  const { kind, name } = callerOf(caller);
  return (
    <>
      {kind === 'user' ? name : words.by[by]}
      <Text size="xs" c="dimmed">
        {kind === 'user' ? words.inConsole : words.token(name)}
      </Text>
    </>
  );
}
