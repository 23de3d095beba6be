import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './link-list.module.css';

export interface LinkEntry {
  readonly key: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
  readonly title: ReactNode;
  readonly side?: ReactNode;
  readonly text?: ReactNode;
}

/** A few records, each a way to its page. */
export function LinkList({ entries }: { readonly entries: readonly LinkEntry[] }) {
  return (
    <ul className={classes.list}>
      {entries.map(({ key, link, title, side, text }) => (
        <li key={key} className={classes.entry}>
          <div className={classes.line}>
            <Link {...link} className={classes.link}>
              {title}
            </Link>
            <span className={classes.side}>{side}</span>
          </div>
          {text !== undefined && <div className={classes.text}>{text}</div>}
        </li>
      ))}
    </ul>
  );
}
