import { useRead, type Ways } from '../../api/api.tsx';
import { isRefused } from '../../api/console-call.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { useSession } from '../../session/session.tsx';
import classes from './open-alerts.module.css';
import { OVERVIEW_WORDS } from './words.ts';

const LOOK_EVERY_MS = 10_000;
const NOT_HERE = 501;

/** Those that still hold; none where the shop has no alerts. */
async function readAlerts({ api }: Ways, signal: AbortSignal) {
  try {
    const { items } = await api.get('/alerts', { signal });
    return items.filter(({ resolvedAt }) => resolvedAt === undefined);
  } catch (error) {
    if (isRefused(error, NOT_HERE)) return [];
    throw error;
  }
}

/** What on the link needs somebody now, and what to do. */
export function OpenAlerts() {
  const words = useWords(OVERVIEW_WORDS);
  const format = useFormat();
  const { data = [] } = useRead(['overview', 'alerts'], readAlerts, {
    enabled: useSession().features.alerts,
    refetchInterval: LOOK_EVERY_MS,
  });
  if (data.length === 0) return null;
  return (
    <Card title={words.alertsOpen}>
      <ul className={classes.list}>
        {data.map(({ id, sentence, advice, raisedAt }) => (
          <li key={id}>
            <b>{sentence}</b> {advice} <span>{format.ago(raisedAt)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
