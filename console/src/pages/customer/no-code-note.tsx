import { Text } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { Note } from '../../parts/note.tsx';
import { CUSTOMERS_WORDS } from '../customers/words.ts';
import type { Customer } from './read-customer.ts';

/** Of whom the ERP has not told: what follows from that, and what to do. */
export function NoCodeNote({ customer: { code, email = '' } }: { readonly customer: Customer }) {
  const words = useWords(CUSTOMERS_WORDS);
  if (code !== undefined) return null;
  return (
    <Note tone="alert">
      <Text size="sm" fw={600}>
        {words.noCode}
      </Text>
      <Text size="sm">{words.noCodeNext(email)}</Text>
    </Note>
  );
}
