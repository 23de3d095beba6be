import { Text } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { shownValue } from './shown-value.ts';
import { EXCHANGE_WORDS } from './words.ts';

interface EffectValueProps {
  readonly path: string;
  readonly value: unknown;
  /** What is said where there is none. */
  readonly absent?: string;
}

export function EffectValue({ path, value, absent }: EffectValueProps) {
  const words = useWords(EXCHANGE_WORDS);
  const { yes, no } = useWords(PARTS_WORDS);
  const format = useFormat();
  if (value === undefined || value === '' || value === null) {
    return (
      <Text span inherit fs="italic" c="dimmed">
        {value === null ? words.emptied : (absent ?? words.absent)}
      </Text>
    );
  }
  return shownValue(path, value, { ...format, yes, no });
}
