import type { ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  readonly name: string;
  /** Undefined, null, false and empty: the fact is left out. */
  readonly value: ReactNode;
}

/** Names and values, beside each other. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const shown = facts.filter(
    ({ value }) => value !== undefined && value !== null && value !== false && value !== '',
  );
  return (
    <dl className={classes.facts}>
      {shown.map(({ name, value }) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
