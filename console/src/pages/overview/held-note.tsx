import { useWords } from '../../i18n/language.tsx';
import { Note } from '../../parts/note.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { useHolds } from '../holds/use-holds.ts';
import { HOLDS_WORDS } from '../holds/words.ts';

/** Only while a run waits for somebody's decision. */
export function HeldNote() {
  const words = useWords(HOLDS_WORDS);
  const { data = [] } = useHolds();
  if (!data.some(({ status }) => status === 'held')) return null;
  return (
    <Note tone="error" role="status">
      <b>
        <TextLink to="/holds">{words.waiting}</TextLink>
      </b>{' '}
      – {words.waitingLead}
    </Note>
  );
}
