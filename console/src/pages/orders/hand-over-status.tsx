import { useWords } from '../../i18n/language.tsx';
import { Status } from '../../parts/status.tsx';
import { ORDERS_WORDS } from './words.ts';

const TONES = { open: undefined, read: 'alert', confirmed: 'ok' } as const;

/** Where an order is on its way to the ERP. */
export function HandOverStatus({ status }: { readonly status: keyof typeof TONES }) {
  const words = useWords(ORDERS_WORDS);
  const tone = TONES[status];
  return <Status {...(tone && { tone })}>{words.handOver[status]}</Status>;
}
