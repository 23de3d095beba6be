import { Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Note } from '../../parts/note.tsx';
import { useShop } from '../../session/session.tsx';
import { EffectOnRecords } from '../exchange/effect.tsx';
import type { Exchange } from '../exchange/exchange-page.tsx';
import type { Replayed } from './use-replay.ts';
import { REPLAY_WORDS } from './words.ts';

interface ConfirmRealProps {
  readonly exchange: Pick<Exchange, 'resource'>;
  readonly isOpen: boolean;
  /** What came of this very request on a copy. */
  readonly tried?: Replayed;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onConfirm: () => unknown;
}

/** What the shop takes for a sign that an ERP has the order. */
const HANDS_OVER: ReadonlySet<string> = new Set(['orders', 'set_order_exported']);

/** Asks before the shop itself is changed, with what will change in it. */
export function ConfirmReal({ exchange: { resource }, tried, ...confirm }: ConfirmRealProps) {
  const words = useWords(REPLAY_WORDS);
  const { name } = useShop();
  return (
    <Confirm {...confirm} title={words.realTitle(name)} action={words.sendIt} isDangerous>
      <Stack gap="sm">
        <Text size="sm">{words.realLead}</Text>
        {HANDS_OVER.has(resource) && <Note tone="alert">{words.handsOver}</Note>}
        {tried ? <Expected tried={tried} /> : <Note tone="alert">{words.notTried}</Note>}
      </Stack>
    </Confirm>
  );
}

function Expected({ tried: { after, effect } }: { readonly tried: Replayed }) {
  const words = useWords(REPLAY_WORDS);
  if (after.problem) return <Note tone="error">{after.problem.detail}</Note>;
  if (effect.length === 0) return <Text size="sm">{words.noEffect}</Text>;
  return (
    <>
      <Text size="sm" fw={600}>
        {words.willChange}
      </Text>
      <EffectOnRecords effect={effect} />
    </>
  );
}
