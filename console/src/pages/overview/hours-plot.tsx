import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { TONES } from '../../parts/tone.ts';
import classes from './hours-plot.module.css';
import { type Hour, totalOf } from './summary.ts';
import { OVERVIEW_WORDS } from './words.ts';

/** A column for each hour; those in which something ran lead to what it was. */
export function HoursPlot({ hours }: { readonly hours: readonly Hour[] }) {
  const words = useWords(OVERVIEW_WORDS);
  const format = useFormat();
  const most = Math.max(...hours.map(({ counts }) => totalOf(counts)), 1);
  return (
    <>
      <ul className={classes.plot} aria-label={words.plot}>
        {hours.map((hour) => (
          <li key={hour.from}>
            <HourColumn hour={hour} most={most} />
          </li>
        ))}
      </ul>
      <div className={classes.axis} aria-hidden="true">
        {hours
          .filter((_, index) => index % 12 === 0)
          .map(({ from }) => (
            <span key={from}>{format.hour(from)}</span>
          ))}
      </div>
      <ul className={classes.legend}>
        {TONES.map((tone) => (
          <li key={tone}>
            <span data-tone={tone} />
            {words.tones[tone]}
          </li>
        ))}
      </ul>
    </>
  );
}

function HourColumn({ hour: { from, runs, counts }, most }: { readonly hour: Hour; readonly most: number }) {
  const words = useWords(OVERVIEW_WORDS);
  const format = useFormat();
  if (runs === 0) return <span className={classes.quiet} />;
  const { ok, alert, error } = counts;
  const sentence = words.plotHour(format.hour(from), runs, ok, alert, error);
  // However many went well, one that did not is seen: each part has a height of its own, beside its share.
  return (
    <Tooltip label={sentence} withArrow>
      <Link
        to="/exchanges"
        search={{ since: new Date(from).toISOString() }}
        className={classes.column}
        aria-label={sentence}
      >
        {TONES.map((tone) =>
          counts[tone] === 0 ? null : (
            <span
              key={tone}
              data-tone={tone}
              style={{ height: `calc(4px + ${Math.sqrt(counts[tone] / most).toFixed(3)} * var(--room))` }}
            />
          ),
        )}
      </Link>
    </Tooltip>
  );
}
