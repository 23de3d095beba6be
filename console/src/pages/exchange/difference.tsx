import { VisuallyHidden } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import classes from './difference.module.css';
import { EXCHANGE_WORDS } from './words.ts';

interface DifferenceProps {
  readonly lines: readonly {
    readonly kind: 'same' | 'removed' | 'added' | 'skipped';
    readonly text: string;
  }[];
  readonly label: string;
}

const MARKS = { same: ' ', removed: '−', added: '+', skipped: '…' } as const;

/** Lines before and after. Each says what it is, by a sign and to screen readers by a word; colour says it once more. */
export function Difference({ lines, label }: DifferenceProps) {
  const { lineKinds } = useWords(EXCHANGE_WORDS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <ol className={classes.lines} aria-label={label} tabIndex={0}>
      {lines.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else, and never move
        <li key={index} data-kind={kind}>
          <span aria-hidden="true">{MARKS[kind]} </span>
          {kind !== 'same' && <VisuallyHidden>{lineKinds[kind]} </VisuallyHidden>}
          <code>{text}</code>
        </li>
      ))}
    </ol>
  );
}
