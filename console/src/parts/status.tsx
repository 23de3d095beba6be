import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.tsx';
import classes from './status.module.css';
import { type Outcome, type Tone, toneOf } from './tone.ts';
import { PARTS_WORDS } from './words.ts';

interface StatusProps {
  /** Absent: neither good nor bad. */
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A state in a word, its tone beside it as a dot: colour says nothing that the word does not. */
export function Status({ tone, children }: StatusProps) {
  return (
    <span className={classes.status} data-tone={tone}>
      {children}
    </span>
  );
}

export function OutcomeStatus({ outcome }: { readonly outcome: Outcome }) {
  const words = useWords(PARTS_WORDS);
  return <Status tone={toneOf(outcome)}>{words.outcomes[outcome]}</Status>;
}
