import { Link, type LinkProps } from '@tanstack/react-router';
import type { Tone } from '../../parts/tone.ts';
import classes from './tile.module.css';

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly tone?: Tone;
  readonly to?: Pick<LinkProps, 'to' | 'search'>;
}

/** One figure, and what it is. */
export function Tile({ name, value, note, tone, to }: TileProps) {
  return (
    <div className={classes.tile}>
      <div className={classes.name}>
        {to ? (
          <Link {...to} className={classes.link}>
            {name}
          </Link>
        ) : (
          name
        )}
      </div>
      <div className={classes.value} data-tone={tone}>
        {value}
      </div>
      <div className={classes.note}>{note}</div>
    </div>
  );
}
