import { Text } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { shownValue } from './shown-value.ts';
import { EXCHANGE_WORDS } from './words.ts';

interface EffectValueProps {
  readonly path: string;
  readonly value: unknown;
}

export function EffectValue({ path, value }: EffectValueProps) {
  const words = useWords(EXCHANGE_WORDS);
  const { yes, no } = useWords(PARTS_WORDS);
  const format = useFormat();
  if (value === undefined || value === '') {
    return (
      <Text span inherit fs="italic" c="dimmed">
        {words.absent}
      </Text>
    );
  }
  return shownValue(path, value, { ...format, yes, no });
}
