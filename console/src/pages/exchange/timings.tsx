import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import type { Exchange } from './exchange-page.tsx';
import classes from './timings.module.css';
import { EXCHANGE_WORDS } from './words.ts';

const STAGES = ['receive', 'identify', 'read', 'handle', 'send'] as const;

interface TimingsProps {
  readonly timings: NonNullable<Exchange['timings']>;
  readonly durationMs: number;
}

/** A bar of the stages, and the same in words. */
export function Timings({ timings, durationMs }: TimingsProps) {
  const words = useWords(EXCHANGE_WORDS);
  const format = useFormat();
  const stages = STAGES.flatMap((name) => {
    const taken = timings[name];
    return taken === undefined ? [] : [{ name, taken }];
  });
  return (
    <Card title={words.timings}>
      <div className={classes.bar} aria-hidden="true">
        {stages.map(({ name, taken }) => (
          <span key={name} data-stage={name} style={{ flexGrow: Math.max(taken, durationMs / 200) }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {stages.map(({ name, taken }) => (
          <li key={name}>
            <span data-stage={name} />
            {words.stages[name]}
            <b>{format.duration(taken)}</b>
          </li>
        ))}
      </ul>
    </Card>
  );
}
