import type { ReactNode } from 'react';
import { Icon } from '../app/icon.tsx';
import classes from './note.module.css';
import type { Tone } from './tone.ts';

const ICONS = { ok: 'check', alert: 'alert', error: 'error' } as const;

interface NoteProps {
  readonly tone: Tone;
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
}

/** A few sentences that should be seen. */
export function Note({ tone, role, children }: NoteProps) {
  return (
    <div className={classes.note} data-tone={tone} role={role}>
      <span className={classes.icon}>
        <Icon name={ICONS[tone]} />
      </span>
      <div className={classes.text}>{children}</div>
    </div>
  );
}
